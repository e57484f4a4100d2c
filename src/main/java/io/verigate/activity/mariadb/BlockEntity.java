package io.verigate.activity.mariadb;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.verigate.activity.Block;
import io.verigate.activity.Block.Release;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.Scope;
import io.verigate.decision.WireEnum;
import java.time.Instant;
import java.util.Objects;

/// A row of the table of blocks. `Nullable` is Micronaut's own, which does not recognise that of JSpecify on arrays.
@SuppressWarnings("ArrayRecordComponent") // never compared
@MappedEntity("block")
record BlockEntity(
        @Id String id,
        String scope,
        byte[] subject,
        String account,
        String reason,
        String rule,
        String clause,
        String evidence,
        Instant since,
        @Nullable Instant until,
        @Nullable byte[] source,
        @Nullable byte[] device,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable String releaseReason) {
    Block block() {
        return new Block(
                id,
                WireEnum.parse(Scope.class, scope).orElseThrow(),
                SubjectKey.parse(subject),
                account,
                reason,
                rule,
                clause,
                evidence,
                since,
                until,
                BlockMapper.key(source),
                BlockMapper.key(device),
                releasedAt == null
                        ? null
                        : new Release(
                                releasedAt,
                                Objects.requireNonNull(releasedBy),
                                Objects.requireNonNull(releaseReason)));
    }
}
