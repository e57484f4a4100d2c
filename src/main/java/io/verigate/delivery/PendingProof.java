package io.verigate.delivery;

import io.verigate.ledger.Ledger;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// Finds the code that is on its way to newly named security info. Thread-safe.
public final class PendingProof {
    private final Ledger ledger;
    private final InstantSource clock;

    public PendingProof(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The newest verification that can prove the security info now; empty when there is none.
    public Optional<Verification> find(String account, String securityInfo) {
        Instant now = clock.instant();
        Key<String, Verifications> place = Verification.SHELF.key(account);
        Verifications all =
                ledger.run(
                        new Step<>() {
                            @Override
                            public Set<Key<?, ?>> reads() {
                                return Set.of(place);
                            }

                            @Override
                            public Verifications run(Pages pages) {
                                return pages.get(place).orElse(Verifications.NONE);
                            }
                        });
        return all.all().stream()
                .filter(one -> one.purpose() == Purpose.SECURITY_INFO)
                .filter(one -> one.securityInfo().equals(securityInfo))
                .filter(one -> one.stateAt(now).isOpen())
                .max(Comparator.comparing(Verification::createdAt).thenComparing(Verification::id));
    }
}
