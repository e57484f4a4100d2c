package io.verigate.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The verifications of one account whose codes may leave later, or could leave within the last hour.
///
/// @param all oldest first
public record Verifications(List<Verification> all) {
    /// None.
    public static final Verifications NONE = new Verifications(List.of());

    public Verifications {
        all = List.copyOf(all);
    }

    /// The verification of this id.
    public Optional<Verification> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// These with a new or changed one.
    public Verifications with(Verification changed) {
        List<Verification> next = new ArrayList<>(all);
        next.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
        if (find(changed.id()).isEmpty()) {
            next.add(changed);
        }
        return new Verifications(next);
    }
}
