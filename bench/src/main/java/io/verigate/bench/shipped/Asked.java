package io.verigate.bench.shipped;

import io.verigate.decision.FactSchema;
import io.verigate.decision.Facts;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// The facts that shipped rules read, as a Java programmer would hold them.
public record Asked(
        Duration accountBlockAgain,
        Duration accountBlockLength,
        boolean accountBlockPermanent,
        String accountBlockReason,
        boolean accountBlockSameSource,
        Instant accountBlockSince,
        Instant accountBlockUntil,
        boolean accountBlocked,
        String accountKind,
        String accountStanding,
        long accountsFromSource1h,
        long appFault1d,
        boolean asksForCode,
        long blocksOfAccount90d,
        long blocksOfDestination90d,
        long blocksOfSource90d,
        String channel,
        boolean codeKnown,
        String codeOrigin,
        Duration codeTransit,
        long codesHereInARow,
        long codesInARow,
        boolean codesOnly,
        long codesToRange24h,
        long codesToRegion1h,
        long codesVerifiedThere90d,
        long confirmedMethods,
        long confirmedMethodsLeft,
        String deliveryCause,
        String event,
        long failedChecksHereInARow,
        long failedChecksInARow,
        long failedSignInsHere10m,
        long failedSignInsHere1h,
        boolean familiarSource,
        boolean fromOwner,
        long inboxFull1d,
        long infoChangesHere24h,
        String interaction,
        String lineType,
        boolean lineTypeTold,
        boolean lookalikeEmail,
        Duration methodBlockAgain,
        Duration methodBlockLength,
        boolean methodBlockPermanent,
        boolean methodBlockSameSource,
        Instant methodBlockSince,
        Instant methodBlockUntil,
        boolean methodBlocked,
        boolean methodHeld,
        String methodState,
        boolean methodsCleared,
        Duration methodsHadAtRemoval,
        long minorViolations90d,
        Instant now,
        Duration oldestLeftAtRemoval,
        boolean ownDomainEmail,
        Duration ownResendWait,
        boolean passwordForgotten,
        long pendingMethods,
        boolean phoneValid,
        boolean promptOpen,
        String receipt,
        String regionAvailability,
        String regionBlockReason,
        Instant regionBlockSince,
        Instant regionBlockUntil,
        boolean regionBlocked,
        boolean replacementPending,
        long requestsFromSource1h,
        long requestsInRange1h,
        long requestsOnAccount24h,
        long requestsOnAccountFromHere24h,
        long requestsToDestination10m,
        long requestsToDestination1h,
        long requestsToDestination24h,
        long requestsToRegion1h,
        Duration resendWait,
        long senderBlocked30d,
        String severity,
        Duration signInWait,
        Duration sinceConfirmed,
        Duration sinceElevated,
        Duration sinceFailedSignIn,
        Duration sinceFirstNotice,
        Duration sinceHigh,
        Duration sinceHighInRange,
        Duration sinceInfoUsedHere,
        Duration sinceLastCode,
        Duration sinceMethodRemoved,
        Duration sincePromptSkip,
        Duration sinceQuickRepeat,
        Duration sinceSignInSucceeded,
        Duration sourceBlockAgain,
        Duration sourceBlockLength,
        boolean sourceBlockPermanent,
        boolean sourceBlockSameSource,
        Instant sourceBlockSince,
        Instant sourceBlockUntil,
        boolean sourceBlocked,
        long sourcesToRegion1h,
        String symptom,
        long undelivered1d,
        long undeliveredShare,
        long unreachable1d,
        long unusualActivity,
        long verifiedShare,
        long verifiedShareOfRange,
        long voipSeen90d,
        long wrongAddress30d) {
    /// The same as facts of a rule set.
    public static Asked of(Facts facts) {
        FactSchema schema = facts.schema();
        RecordComponent[] parts = Asked.class.getRecordComponents();
        Object[] values =
                Arrays.stream(parts)
                        .map(part -> facts.at(schema.index(part.getName()).orElseThrow()))
                        .toArray();
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Asked.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a fact is of another type than here; mend it", e);
        }
    }

    static boolean shorter(Duration length, Duration than) {
        return length.compareTo(than) < 0;
    }
}
