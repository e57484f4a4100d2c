package io.verigate.journal.mariadb;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.verigate.journal.ShadowDifference;
import java.util.List;

/// A difference as a row.
///
/// @param fired ids of rules, separated by spaces
@MappedEntity("shadow_difference")
record ShadowDifferenceEntity(
        @Id String decision,
        String ruleset,
        String rule,
        String verdict,
        String otherVerdict,
        String region,
        boolean effective,
        String fired) {
    ShadowDifference difference() {
        return new ShadowDifference(
                ruleset,
                rule,
                verdict,
                otherVerdict,
                region,
                effective,
                fired.isEmpty() ? List.of() : List.of(fired.split(" ")));
    }
}
