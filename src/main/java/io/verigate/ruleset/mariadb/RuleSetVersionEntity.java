package io.verigate.ruleset.mariadb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.verigate.ruleset.RuleSetVersion;
import io.verigate.ruleset.RuleSetVersion.Examination;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a rule set as a row, without its files.
///
/// @param validation an `Examination` as JSON
@MappedEntity("ruleset")
record RuleSetVersionEntity(
        @Id String revision,
        @Nullable String parent,
        String author,
        String message,
        Instant createdAt,
        String validation) {
    private static final ObjectMapper JSON = new ObjectMapper();

    RuleSetVersion version() {
        try {
            return new RuleSetVersion(
                    revision,
                    parent,
                    author,
                    message,
                    createdAt,
                    JSON.readValue(validation, Examination.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the validation of a rule set is not JSON", e);
        }
    }

    static String json(Examination examination) {
        try {
            return JSON.writeValueAsString(examination);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a validation cannot be written as JSON", e);
        }
    }
}
