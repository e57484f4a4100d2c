package io.verigate.delivery;

import io.verigate.activity.Activity;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import io.verigate.protection.Fingerprints;
import java.util.Set;
import java.util.function.Function;

/// Work on one message and the verification whose code it carries.
final class MessageStep<T> implements Step<T> {
    private final Set<Key<?, ?>> places;
    private final Function<Pages, T> work;

    MessageStep(OutboxMessage message, Fingerprints fingerprints, Function<Pages, T> work) {
        SubjectKey account = SubjectKey.of(SubjectKind.ACCOUNT, message.account(), fingerprints);
        this.places =
                Set.of(
                        Activity.tallies(account),
                        Verification.SHELF.key(message.account()),
                        OutboxMessage.SHELF.key(message.id()));
        this.work = work;
    }

    @Override
    public Set<Key<?, ?>> reads() {
        return places;
    }

    @Override
    public T run(Pages pages) {
        return work.apply(pages);
    }
}
