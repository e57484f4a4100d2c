package io.verigate.bench;

import java.util.List;
import java.util.function.Predicate;

/// The rules of the policy `request-volume` one by one, for engines that take conditions.
///
/// @param feel the condition for a decision table
record VolumeRule(String id, Predicate<VolumeRequest> holds, String feel) {
    /// All of them.
    static List<VolumeRule> all() {
        return List.of(
                new VolumeRule(
                        "HV-001",
                        r ->
                                r.asksForCode()
                                        && !r.methodBlocked()
                                        && !r.fromOwner()
                                        && r.requestsToDestination10m() > 5,
                        "asksForCode and not(methodBlocked) and not(fromOwner) and"
                                + " requestsToDestination10m > 5"),
                new VolumeRule(
                        "HV-002",
                        r ->
                                r.asksForCode()
                                        && !r.methodBlocked()
                                        && !r.fromOwner()
                                        && (r.requestsToDestination1h() > 10
                                                || r.requestsToDestination24h() > 30)
                                        && r.blocksOfDestination90d() < 5,
                        "asksForCode and not(methodBlocked) and not(fromOwner) and"
                                + " (requestsToDestination1h > 10 or requestsToDestination24h > 30) and"
                                + " blocksOfDestination90d < 5"),
                new VolumeRule(
                        "HV-003",
                        r ->
                                r.asksForCode()
                                        && !r.methodBlocked()
                                        && !r.fromOwner()
                                        && (r.requestsToDestination1h() > 10
                                                || r.requestsToDestination24h() > 30)
                                        && r.blocksOfDestination90d() >= 5,
                        "asksForCode and not(methodBlocked) and not(fromOwner) and"
                                + " (requestsToDestination1h > 10 or requestsToDestination24h > 30) and"
                                + " blocksOfDestination90d >= 5"),
                new VolumeRule(
                        "HV-004",
                        r ->
                                r.asksForCode()
                                        && !r.sourceBlocked()
                                        && !r.familiarSource()
                                        && r.requestsFromSource1h() > 20
                                        && r.blocksOfSource90d() < 5,
                        "asksForCode and not(sourceBlocked) and not(familiarSource) and"
                                + " requestsFromSource1h > 20 and blocksOfSource90d < 5"),
                new VolumeRule(
                        "HV-005",
                        r ->
                                r.asksForCode()
                                        && !r.sourceBlocked()
                                        && !r.familiarSource()
                                        && r.accountsFromSource1h() > 5
                                        && r.blocksOfSource90d() < 5,
                        "asksForCode and not(sourceBlocked) and not(familiarSource) and"
                                + " accountsFromSource1h > 5 and blocksOfSource90d < 5"),
                new VolumeRule(
                        "HV-006",
                        r ->
                                r.asksForCode()
                                        && !r.sourceBlocked()
                                        && !r.familiarSource()
                                        && (r.requestsFromSource1h() > 20
                                                || r.accountsFromSource1h() > 5)
                                        && r.blocksOfSource90d() >= 5,
                        "asksForCode and not(sourceBlocked) and not(familiarSource) and"
                                + " (requestsFromSource1h > 20 or accountsFromSource1h > 5) and"
                                + " blocksOfSource90d >= 5"),
                new VolumeRule(
                        "HV-007",
                        r ->
                                r.asksForCode()
                                        && !r.accountBlocked()
                                        && !r.familiarSource()
                                        && r.requestsOnAccount24h() > 15
                                        && r.blocksOfAccount90d() < 5,
                        "asksForCode and not(accountBlocked) and not(familiarSource) and"
                                + " requestsOnAccount24h > 15 and blocksOfAccount90d < 5"),
                new VolumeRule(
                        "HV-008",
                        r ->
                                r.asksForCode()
                                        && !r.accountBlocked()
                                        && !r.familiarSource()
                                        && r.requestsOnAccount24h() > 15
                                        && r.blocksOfAccount90d() >= 5,
                        "asksForCode and not(accountBlocked) and not(familiarSource) and"
                                + " requestsOnAccount24h > 15 and blocksOfAccount90d >= 5"),
                new VolumeRule(
                        "HV-009",
                        r ->
                                r.asksForCode()
                                        && r.familiarSource()
                                        && r.requestsOnAccountFromHere24h() > 15,
                        "asksForCode and familiarSource and requestsOnAccountFromHere24h > 15"),
                new VolumeRule(
                        "HV-010",
                        r -> r.asksForCode() && !r.familiarSource() && r.requestsInRange1h() > 30,
                        "asksForCode and not(familiarSource) and requestsInRange1h > 30"),
                new VolumeRule(
                        "HV-011",
                        r ->
                                (r.asksForCode() || r.interaction().equals("check-code"))
                                        && !r.familiarSource()
                                        && r.failedChecksInARow() >= 100,
                        "(asksForCode or interaction = \"check-code\") and not(familiarSource) and"
                                + " failedChecksInARow >= 100"),
                new VolumeRule(
                        "HV-012",
                        r ->
                                (r.asksForCode() || r.interaction().equals("check-code"))
                                        && r.familiarSource()
                                        && r.failedChecksHereInARow() >= 100,
                        "(asksForCode or interaction = \"check-code\") and familiarSource and"
                                + " failedChecksHereInARow >= 100"));
    }

    /// The condition for zen.
    String zen() {
        return feel.replace(" = ", " == ");
    }
}
