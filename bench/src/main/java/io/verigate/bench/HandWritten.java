package io.verigate.bench;

import java.util.ArrayList;
import java.util.List;

/// The policy `request-volume` as a Java programmer would write it who never wants to change it,
/// and cares for the ids of rules only.
final class HandWritten {
    private HandWritten() {}

    /// Ids of the rules that apply, sorted.
    static List<String> fired(VolumeRequest request) {
        List<String> fired = new ArrayList<>(2);
        if (request.asksForCode()) {
            destination(request, fired);
            source(request, fired);
            account(request, fired);
        }
        if (request.asksForCode() || request.interaction().equals("check-code")) {
            checks(request, fired);
        }
        return fired;
    }

    private static void destination(VolumeRequest request, List<String> fired) {
        if (request.methodBlocked() || request.fromOwner()) {
            return;
        }
        if (request.requestsToDestination10m() > 5) {
            fired.add("HV-001");
        }
        if (request.requestsToDestination1h() > 10 || request.requestsToDestination24h() > 30) {
            fired.add(request.blocksOfDestination90d() < 5 ? "HV-002" : "HV-003");
        }
    }

    private static void source(VolumeRequest request, List<String> fired) {
        if (request.sourceBlocked() || request.familiarSource()) {
            return;
        }
        boolean many = request.requestsFromSource1h() > 20;
        boolean accounts = request.accountsFromSource1h() > 5;
        if (request.blocksOfSource90d() >= 5) {
            if (many || accounts) {
                fired.add("HV-006");
            }
            return;
        }
        if (many) {
            fired.add("HV-004");
        }
        if (accounts) {
            fired.add("HV-005");
        }
    }

    private static void account(VolumeRequest request, List<String> fired) {
        if (request.familiarSource()) {
            if (request.requestsOnAccountFromHere24h() > 15) {
                fired.add("HV-009");
            }
            return;
        }
        if (!request.accountBlocked() && request.requestsOnAccount24h() > 15) {
            fired.add(request.blocksOfAccount90d() < 5 ? "HV-007" : "HV-008");
        }
        if (request.requestsInRange1h() > 30) {
            fired.add("HV-010");
        }
    }

    private static void checks(VolumeRequest request, List<String> fired) {
        if (!request.familiarSource() && request.failedChecksInARow() >= 100) {
            fired.add("HV-011");
        }
        if (request.familiarSource() && request.failedChecksHereInARow() >= 100) {
            fired.add("HV-012");
        }
    }
}
