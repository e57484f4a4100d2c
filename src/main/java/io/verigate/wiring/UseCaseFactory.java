package io.verigate.wiring;

import io.micronaut.context.annotation.Factory;
import io.verigate.activity.BlockBook;
import io.verigate.assessment.AccountDesk;
import io.verigate.assessment.Assessment;
import io.verigate.assessment.AssessmentTools;
import io.verigate.assessment.BlockRelease;
import io.verigate.assessment.DifferenceListener;
import io.verigate.delivery.CodeCheck;
import io.verigate.delivery.Codes;
import io.verigate.delivery.Dispatch;
import io.verigate.delivery.Enrolment;
import io.verigate.delivery.HelpDeskClear;
import io.verigate.delivery.PendingProof;
import io.verigate.delivery.Removal;
import io.verigate.delivery.UnrequestedCode;
import io.verigate.delivery.VerificationBook;
import io.verigate.ledger.Ledger;
import io.verigate.protection.Fingerprints;
import io.verigate.rules.ActiveRuleSet;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What the service does, over ledger, rules and stores that others make.
@Factory
final class UseCaseFactory {
    @Singleton
    Assessment assessment(
            Ledger ledger,
            ActiveRuleSet rules,
            AssessmentTools tools,
            InstantSource clock,
            DifferenceListener listener) {
        return new Assessment(ledger, rules, tools, clock, listener);
    }

    @Singleton
    Dispatch dispatch(Assessment assessment, VerificationBook book) {
        return new Dispatch(assessment, book);
    }

    @Singleton
    CodeCheck codeCheck(Assessment assessment, VerificationBook book, Codes codes) {
        return new CodeCheck(assessment, book, codes);
    }

    @Singleton
    Enrolment enrolment(Assessment assessment) {
        return new Enrolment(assessment);
    }

    @Singleton
    Removal removal(Assessment assessment) {
        return new Removal(assessment);
    }

    @Singleton
    HelpDeskClear helpDeskClear(Assessment assessment) {
        return new HelpDeskClear(assessment);
    }

    @Singleton
    UnrequestedCode unrequestedCode(Assessment assessment, InstantSource clock) {
        return new UnrequestedCode(assessment, clock);
    }

    @Singleton
    PendingProof pendingProof(Ledger ledger, InstantSource clock) {
        return new PendingProof(ledger, clock);
    }

    @Singleton
    AccountDesk accountDesk(Ledger ledger, Fingerprints fingerprints, InstantSource clock) {
        return new AccountDesk(ledger, fingerprints, clock);
    }

    @Singleton
    BlockRelease blockRelease(Ledger ledger, BlockBook book, InstantSource clock) {
        return new BlockRelease(ledger, book, clock);
    }
}
