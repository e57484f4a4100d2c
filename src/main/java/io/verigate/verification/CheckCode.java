package io.verigate.verification;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionConsequence;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Decision;
import io.verigate.decision.InfoState;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/// Checks codes. Wrong, expired, exhausted, superseded and unknown look alike. Thread-safe.
@Singleton
public final class CheckCode {
    private static final int MAX_ACCOUNT_LENGTH = 128;

    private final DecisionService decisions;
    private final VerificationRepository verifications;
    private final Codes codes;

    public CheckCode(DecisionService decisions, VerificationRepository verifications, Codes codes) {
        this.decisions = decisions;
        this.verifications = verifications;
        this.codes = codes;
    }

    /// The outcome.
    public sealed interface Outcome {
        /// The code was compared.
        ///
        /// @param decision that let it be compared; its advice is for whoever typed the right code
        record Compared(boolean verified, Decision decision) implements Outcome {}

        /// The decision refuses to compare any code now.
        record Refused(Decision decision) implements Outcome {}
    }

    /// Compares a code with the one of a verification, and uses up one of its checks. Looks the verification up at once.
    ///
    /// @param id of the verification, whether or not it exists
    /// @param code as typed
    /// @param source where it was typed
    public LedgerTransaction<Outcome> check(
            String id, String code, Source source, Signals signals) {
        Optional<Verification> known =
                verifications.find(id).filter(one -> one.purpose() != Purpose.NOTICE);
        // An unknown id is assessed for an account of its own, so that it takes the same way and
        // the same time, and so that wrong codes for one such id end nothing for another.
        String account = known.map(Verification::account).orElseGet(() -> nobody(id));
        Method method = known.map(CheckCode::method).orElse(Method.NONE);
        Interaction interaction =
                new Interaction(
                        InteractionKind.CHECK_CODE,
                        account,
                        method,
                        source,
                        "",
                        null,
                        signals,
                        null);
        return decisions.decide(interaction, new Comparing(codes, account, id, code));
    }

    private static String nobody(String id) {
        String account = "unknown " + id;
        return account.substring(0, Math.min(account.length(), MAX_ACCOUNT_LENGTH));
    }

    private static Method method(Verification verification) {
        return new Method.Named(verification.channel(), verification.address());
    }

    /// Compares, uses up and counts.
    record Comparing(Codes codes, String account, String id, String code)
            implements DecisionConsequence<Outcome> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(account));
        }

        @Override
        public Outcome apply(AssessmentResult assessed, DecisionEffects effects) {
            if (!assessed.decision().verdict().accepts()) {
                return new Outcome.Refused(assessed.decision());
            }
            Key<String, AccountVerifications> place = Verification.RECORDS.key(account);
            AccountVerifications all = effects.view().get(place).orElse(AccountVerifications.NONE);
            Optional<Verification> known =
                    all.find(id).filter(one -> one.purpose() != Purpose.NOTICE);
            boolean right = known.filter(one -> codes.matches(one, code)).isPresent();
            boolean open =
                    known.filter(one -> one.stateAt(assessed.at()).isOpen())
                            .filter(one -> proves(one, assessed.account()))
                            .isPresent();
            effects.count(right && open ? ActivityEvent.CODE_VERIFIED : ActivityEvent.CHECK_FAILED);
            known.filter(one -> open)
                    .map(one -> right ? one.in(VerificationState.VERIFIED) : one.wrongCode())
                    .ifPresent(next -> effects.view().put(place, all.with(next)));
            if (right && open) {
                // Whatever operators say, it did arrive.
                effects.count(ActivityEvent.CODE_DELIVERED);
                known.ifPresent(one -> succeed(one, assessed, effects));
            }
            return new Outcome.Compared(right && open, assessed.decision());
        }

        /// A code that went to security info is worth nothing once that is gone, whatever it is for: a device that was
        /// reported stolen may still hold one.
        private static boolean proves(Verification verification, Account account) {
            boolean named = verification.securityInfo().isEmpty();
            return named && verification.purpose() != Purpose.SECURITY_INFO
                    || account.info(verification.securityInfo())
                            .filter(info -> info.state() != InfoState.REMOVED)
                            .isPresent();
        }

        /// What was proven works from now on, unless it is held, and what worked cancels a replacement that is. The
        /// source becomes familiar only then: a code to any other address proves nothing about the account.
        private static void succeed(
                Verification verification, AssessmentResult assessed, DecisionEffects effects) {
            Account before = assessed.account();
            Account after = before;
            Optional<SecurityInfo> proven = before.info(verification.securityInfo());
            if (proven.isPresent() && verification.purpose() == Purpose.SECURITY_INFO) {
                SecurityInfo confirmed = proven.get().confirmed(assessed.at());
                after = after.with(confirmed).at(assessed.at());
            }
            boolean used =
                    after.info(verification.securityInfo())
                            .filter(info -> info.state().works())
                            .isPresent();
            if (used) {
                effects.count(ActivityEvent.SECURITY_INFO_USED);
                after = after.used(assessed.at());
            }
            if (used || before.confirmed().isEmpty()) {
                after = effects.learned(after);
            }
            effects.view().put(Account.RECORDS.key(after.id()), after);
        }
    }
}
