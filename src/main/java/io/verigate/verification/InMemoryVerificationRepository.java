package io.verigate.verification;

import io.verigate.ledger.InMemoryLedger;
import java.util.List;
import java.util.Optional;

/// Verifications of a ledger in memory. Thread-safe.
public record InMemoryVerificationRepository(InMemoryLedger ledger)
        implements VerificationRepository, VerificationHistory {
    @Override
    public Optional<Verification> find(String id) {
        return ledger.all(Verification.RECORDS).flatMap(all -> all.find(id).stream()).findFirst();
    }

    @Override
    public List<Verification> of(String account, int most) {
        return ledger.find(Verification.RECORDS.key(account)).stream()
                .flatMap(all -> all.all().reversed().stream())
                .limit(most)
                .toList();
    }
}
