package io.verigate.account.mariadb;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.verigate.account.ClearRequest;
import io.verigate.account.ClearRequest.Person;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of the table of clear requests.
@MappedEntity("clear_request")
record ClearRequestEntity(
        @Id String id,
        String account,
        String reason,
        String requestedBy,
        String requestedByName,
        Instant requestedAt,
        @Nullable String approvedBy,
        @Nullable String approvedByName,
        @Nullable Instant approvedAt) {
    ClearRequest request() {
        return new ClearRequest(
                id,
                account,
                reason,
                new Person(requestedBy, requestedByName),
                requestedAt,
                approvedBy == null
                        ? null
                        : new Person(approvedBy, Objects.requireNonNull(approvedByName)),
                approvedAt);
    }
}
