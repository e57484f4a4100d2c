package io.verigate.app;

import io.micronaut.context.annotation.Factory;
import io.verigate.activity.BlockRepository;
import io.verigate.activity.ReleaseBlock;
import io.verigate.assessment.AssessmentContext;
import io.verigate.assessment.DecisionService;
import io.verigate.assessment.DecisionListener;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.crypto.Fingerprints;
import io.verigate.ledger.Ledger;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.securityinfo.AccountService;
import io.verigate.securityinfo.ClearSecurityInfo;
import io.verigate.securityinfo.EnrolSecurityInfo;
import io.verigate.securityinfo.RemoveSecurityInfo;
import io.verigate.securityinfo.SkipPrompt;
import io.verigate.verification.CheckCode;
import io.verigate.verification.Codes;
import io.verigate.verification.RecentCodes;
import io.verigate.verification.ReportUnrequestedCode;
import io.verigate.verification.SendCode;
import io.verigate.verification.VerificationRepository;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What the service does, over ledger, rules and stores that others make.
@Factory
final class UseCaseFactory {
    @Singleton
    DecisionService assessment(
            ActiveRuleSet rules,
            AssessmentContext context,
            InstantSource clock,
            DecisionListener listener) {
        return new DecisionService(rules, context, clock, listener);
    }

    @Singleton
    SendCode sendCode(DecisionService decisions, OutboxNotifier outbox) {
        return new SendCode(decisions, outbox);
    }

    @Singleton
    CheckCode codeCheck(DecisionService assessment, VerificationRepository book, Codes codes) {
        return new CheckCode(assessment, book, codes);
    }

    @Singleton
    EnrolSecurityInfo enrolment(DecisionService decisions, OutboxNotifier outbox) {
        return new EnrolSecurityInfo(decisions, outbox);
    }

    @Singleton
    RemoveSecurityInfo removal(DecisionService decisions, OutboxNotifier outbox) {
        return new RemoveSecurityInfo(decisions, outbox);
    }

    @Singleton
    ClearSecurityInfo helpDeskClear(DecisionService decisions, OutboxNotifier outbox) {
        return new ClearSecurityInfo(decisions, outbox);
    }

    @Singleton
    ReportUnrequestedCode unrequestedCode(
            DecisionService assessment, RecentCodes recent, InstantSource clock) {
        return new ReportUnrequestedCode(assessment, recent, clock);
    }

    @Singleton
    RecentCodes recentCodes(Ledger ledger, InstantSource clock) {
        return new RecentCodes(ledger, clock);
    }

    @Singleton
    AccountService accountDesk(Ledger ledger, Fingerprints fingerprints, InstantSource clock) {
        return new AccountService(ledger, fingerprints, clock);
    }

    @Singleton
    SkipPrompt promptSkip(DecisionService assessment) {
        return new SkipPrompt(assessment);
    }

    @Singleton
    ReleaseBlock blockRelease(Ledger ledger, BlockRepository book, InstantSource clock) {
        return new ReleaseBlock(ledger, book, clock);
    }
}
