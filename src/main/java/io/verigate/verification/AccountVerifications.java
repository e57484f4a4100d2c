package io.verigate.verification;

import io.verigate.ledger.TransactionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The recent verifications of one account: those that are delayed, or were due within the last hour.
///
/// @param all oldest first
public record AccountVerifications(List<Verification> all) {
    /// None.
    public static final AccountVerifications NONE = new AccountVerifications(List.of());

    public AccountVerifications {
        all = List.copyOf(all);
    }

    /// The verifications of an account, in a transaction that reads them.
    public static AccountVerifications read(TransactionView view, String account) {
        return view.get(Verification.RECORDS.key(account)).orElse(NONE);
    }

    /// Writes them.
    public void write(TransactionView view, String account) {
        view.put(Verification.RECORDS.key(account), this);
    }

    /// The verification with this id.
    public Optional<Verification> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// These verifications with a new or changed one.
    public AccountVerifications with(Verification changed) {
        List<Verification> next = new ArrayList<>(all);
        next.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
        if (find(changed.id()).isEmpty()) {
            next.add(changed);
        }
        return new AccountVerifications(next);
    }
}
