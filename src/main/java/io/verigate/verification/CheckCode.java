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

/// Checks codes. Callers cannot tell wrong, expired, exhausted, superseded and unknown codes apart. Thread-safe.
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

    /// The result of a check.
    public sealed interface CheckCodeResult {
        /// The code was compared.
        ///
        /// @param decision that allowed the check; its advice is for a person whose code was right
        record Compared(boolean verified, Decision decision) implements CheckCodeResult {}

        /// The decision refused the check; nothing was compared.
        record Refused(Decision decision) implements CheckCodeResult {}
    }

    /// Compares a code with that of a verification, and uses up one of its checks. Looks the verification up at once.
    ///
    /// @param id of a verification, which need not exist
    /// @param code as entered
    /// @param source the client that entered it
    public LedgerTransaction<CheckCodeResult> check(
            String id, String code, Source source, Signals signals) {
        Optional<Verification> known =
                verifications.find(id).filter(one -> one.purpose() != Purpose.NOTICE);
        // An unknown id is result for an account of its own, so that it takes the same path and
        // the same time, and wrong codes for one such id affect no other.
        String account = known.map(Verification::account).orElseGet(() -> placeholderAccount(id));
        Method method = known.map(CheckCode::method).orElse(Method.NONE);
        Interaction interaction =
                Interaction.of(InteractionKind.CHECK_CODE, account, method, source).with(signals);
        return decisions.decide(interaction, new CompareCode(codes, account, id, code));
    }

    private static String placeholderAccount(String id) {
        String account = "unknown " + id;
        return account.substring(0, Math.min(account.length(), MAX_ACCOUNT_LENGTH));
    }

    private static Method method(Verification verification) {
        return new Method.Named(verification.channel(), verification.address());
    }

    /// Compares a code, uses up a check and counts the result.
    record CompareCode(Codes codes, String account, String id, String code)
            implements DecisionConsequence<CheckCodeResult> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(Verification.RECORDS.key(account));
        }

        @Override
        public CheckCodeResult apply(AssessmentResult result, DecisionEffects effects) {
            if (!result.decision().verdict().accepts()) {
                return new CheckCodeResult.Refused(result.decision());
            }
            AccountVerifications all = AccountVerifications.read(effects.view(), account);
            Optional<Verification> known =
                    all.find(id).filter(one -> one.purpose() != Purpose.NOTICE);
            boolean right = known.filter(one -> codes.matches(one, code)).isPresent();
            boolean open =
                    known.filter(one -> one.stateAt(result.at()).isOpen())
                            .filter(one -> isAcceptable(one, result.account()))
                            .isPresent();
            effects.count(right && open ? ActivityEvent.CODE_VERIFIED : ActivityEvent.CHECK_FAILED);
            known.filter(one -> open)
                    .map(one -> right ? one.in(VerificationState.VERIFIED) : one.wrongCode())
                    .ifPresent(next -> all.with(next).write(effects.view(), account));
            if (right && open) {
                // Whatever the provider reports, it was delivered.
                effects.count(ActivityEvent.CODE_DELIVERED);
                known.ifPresent(one -> succeed(one, result, effects));
            }
            return new CheckCodeResult.Compared(right && open, result.decision());
        }

        /// A code for removed security info is invalid, whatever its purpose: a device that was reported stolen may
        /// still have received one.
        private static boolean isAcceptable(Verification verification, Account account) {
            boolean unenrolled = verification.securityInfo().isEmpty();
            return unenrolled && verification.purpose() != Purpose.SECURITY_INFO
                    || account.info(verification.securityInfo())
                            .filter(info -> info.state() != InfoState.REMOVED)
                            .isPresent();
        }

        /// Confirms new info, unless it is on hold; the use of confirmed info cancels a replacement on hold. Only then
        /// does the client become familiar: a code to any other address proves nothing about the account.
        private static void succeed(
                Verification verification, AssessmentResult result, DecisionEffects effects) {
            Account before = result.account();
            Account after = before;
            Optional<SecurityInfo> proven = before.info(verification.securityInfo());
            if (proven.isPresent() && verification.purpose() == Purpose.SECURITY_INFO) {
                SecurityInfo confirmed = proven.get().confirmed(result.at());
                after = after.with(confirmed).at(result.at());
            }
            boolean used =
                    after.info(verification.securityInfo())
                            .filter(info -> info.state().works())
                            .isPresent();
            if (used) {
                effects.count(ActivityEvent.SECURITY_INFO_USED);
                after = after.used(result.at());
            }
            if (used || before.confirmed().isEmpty()) {
                after = effects.learned(after);
            }
            effects.view().put(Account.RECORDS.key(after.id()), after);
        }
    }
}
