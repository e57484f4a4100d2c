package io.verigate.analysis.regression;

import io.verigate.account.ClearRequest.Person;
import io.verigate.assessment.DecisionService;
import io.verigate.ledger.Ledger;
import io.verigate.securityinfo.ClearSecurityInfo;
import java.util.HashMap;
import java.util.Map;

/// The people of the help desk in a timeline, and what each account waits for.
final class TimelineHelpDesk {
    private final Ledger ledger;
    private final ClearSecurityInfo clear;
    private final Map<String, String> newest = new HashMap<>();

    TimelineHelpDesk(Ledger ledger, DecisionService decisions) {
        this.ledger = ledger;
        clear = new ClearSecurityInfo(decisions, () -> {});
    }

    StepResult perform(TimelineAction.Clear act) {
        Person person = new Person("k-" + act.person(), act.person());
        ClearSecurityInfo.Outcome outcome =
                ledger.run(
                        act.approve()
                                ? clear.approve(
                                        act.account(),
                                        newest.getOrDefault(act.account(), "cl-none"),
                                        person)
                                : clear.request(act.account(), person, "in a timeline"));
        StepResult upshot = StepResult.of(outcome.decision(), null);
        return switch (outcome) {
            case ClearSecurityInfo.Outcome.Asked asked -> {
                newest.put(act.account(), asked.request().id());
                yield upshot.with("state", "waiting");
            }
            case ClearSecurityInfo.Outcome.Cleared cleared -> upshot.with("state", "cleared");
            case ClearSecurityInfo.Outcome.Refused refused -> upshot;
            case ClearSecurityInfo.Outcome.Unknown unknown -> StepResult.problem("not-found");
            case ClearSecurityInfo.Outcome.Over over -> StepResult.problem("conflict");
            case ClearSecurityInfo.Outcome.SamePerson same ->
                    StepResult.problem("second-person-needed");
        };
    }
}
