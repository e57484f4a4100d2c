package io.verigate.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The verifications of one account whose codes may leave later, or could leave within the last hour.
///
/// @param all oldest first
public record AccountVerifications(List<Verification> all) {
    /// None.
    public static final AccountVerifications NONE = new AccountVerifications(List.of());

    public AccountVerifications {
        all = List.copyOf(all);
    }

    /// The verification of this id.
    public Optional<Verification> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// These with a new or changed one.
    public AccountVerifications with(Verification changed) {
        List<Verification> next = new ArrayList<>(all);
        next.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
        if (find(changed.id()).isEmpty()) {
            next.add(changed);
        }
        return new AccountVerifications(next);
    }
}
