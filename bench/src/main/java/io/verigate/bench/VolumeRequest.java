package io.verigate.bench;

import io.verigate.decision.FactSchema;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.KnownFact;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What the policy `request-volume` asks of a request, in a form that every engine can read.
public record VolumeRequest(
        String interaction,
        boolean asksForCode,
        boolean methodBlocked,
        boolean sourceBlocked,
        boolean accountBlocked,
        boolean familiarSource,
        boolean fromOwner,
        long requestsToDestination10m,
        long requestsToDestination1h,
        long requestsToDestination24h,
        long requestsFromSource1h,
        long accountsFromSource1h,
        long requestsOnAccount24h,
        long requestsOnAccountFromHere24h,
        long requestsInRange1h,
        long blocksOfDestination90d,
        long blocksOfSource90d,
        long blocksOfAccount90d,
        long failedChecksInARow,
        long failedChecksHereInARow) {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    /// As most requests are: the first of its kind.
    static VolumeRequest ordinary() {
        return new VolumeRequest(
                "send-code",
                true,
                false,
                false,
                false,
                false,
                false,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                0,
                0,
                0,
                0,
                0);
    }

    /// Requests around all limits, always the same ones.
    static List<VolumeRequest> mixed(int many) {
        SplittableRandom random = new SplittableRandom(7);
        List<VolumeRequest> requests = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            boolean asks = random.nextInt(10) > 0;
            requests.add(
                    new VolumeRequest(
                            asks ? "send-code" : "check-code",
                            asks,
                            random.nextInt(10) == 0,
                            random.nextInt(10) == 0,
                            random.nextInt(10) == 0,
                            random.nextInt(3) == 0,
                            random.nextInt(6) == 0,
                            random.nextInt(8),
                            random.nextInt(13),
                            random.nextInt(33),
                            random.nextInt(24),
                            random.nextInt(8),
                            random.nextInt(19),
                            random.nextInt(19),
                            random.nextInt(35),
                            random.nextInt(7),
                            random.nextInt(7),
                            random.nextInt(7),
                            random.nextInt(5) == 0 ? 100 : 0,
                            random.nextInt(5) == 0 ? 100 : 99));
        }
        return requests;
    }

    /// The same as facts of a rule set.
    Facts facts(FactSchema schema) {
        FactsBuilder facts =
                schema.builder()
                        .set(KnownFact.NOW, NOW)
                        .set(KnownFact.INTERACTION, interaction)
                        .set(KnownFact.ASKS_FOR_CODE, asksForCode)
                        .set(KnownFact.METHOD_BLOCKED, methodBlocked)
                        .set(KnownFact.SOURCE_BLOCKED, sourceBlocked)
                        .set(KnownFact.ACCOUNT_BLOCKED, accountBlocked)
                        .set(KnownFact.FAMILIAR_SOURCE, familiarSource)
                        .set(KnownFact.FROM_OWNER, fromOwner);
        count(facts, schema, "requestsToDestination10m", requestsToDestination10m);
        count(facts, schema, "requestsToDestination1h", requestsToDestination1h);
        count(facts, schema, "requestsToDestination24h", requestsToDestination24h);
        count(facts, schema, "requestsFromSource1h", requestsFromSource1h);
        count(facts, schema, "accountsFromSource1h", accountsFromSource1h);
        count(facts, schema, "requestsOnAccount24h", requestsOnAccount24h);
        count(facts, schema, "requestsOnAccountFromHere24h", requestsOnAccountFromHere24h);
        count(facts, schema, "requestsInRange1h", requestsInRange1h);
        count(facts, schema, "blocksOfDestination90d", blocksOfDestination90d);
        count(facts, schema, "blocksOfSource90d", blocksOfSource90d);
        count(facts, schema, "blocksOfAccount90d", blocksOfAccount90d);
        count(facts, schema, "failedChecksInARow", failedChecksInARow);
        count(facts, schema, "failedChecksHereInARow", failedChecksHereInARow);
        return facts.build();
    }

    /// The same by the names of its parts.
    Map<String, Object> named() {
        Map<String, Object> named = new HashMap<>();
        for (RecordComponent part : VolumeRequest.class.getRecordComponents()) {
            try {
                named.put(part.getName(), part.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return named;
    }

    private static void count(FactsBuilder facts, FactSchema schema, String name, long count) {
        facts.set(schema.index(name).orElseThrow(), count);
    }
}
