package io.verigate.regression;

import io.verigate.account.ClearRequest.Person;
import io.verigate.assessment.Assessment;
import io.verigate.delivery.HelpDeskClear;
import java.util.HashMap;
import java.util.Map;

/// The people of the help desk in a timeline, and what each account waits for.
final class BenchHelpDesk {
    private final HelpDeskClear clear;
    private final Map<String, String> newest = new HashMap<>();

    BenchHelpDesk(Assessment assessment) {
        clear = new HelpDeskClear(assessment);
    }

    Upshot perform(Act.Clear act) {
        Person person = new Person("k-" + act.person(), act.person());
        HelpDeskClear.Outcome outcome =
                act.approve()
                        ? clear.approve(
                                act.account(),
                                newest.getOrDefault(act.account(), "cl-none"),
                                person,
                                step -> step)
                        : clear.ask(act.account(), person, "in a timeline", step -> step);
        Upshot upshot = Upshot.of(outcome.decision(), null);
        return switch (outcome) {
            case HelpDeskClear.Outcome.Asked asked -> {
                newest.put(act.account(), asked.request().id());
                yield upshot.with("state", "waiting");
            }
            case HelpDeskClear.Outcome.Cleared cleared -> upshot.with("state", "cleared");
            case HelpDeskClear.Outcome.Refused refused -> upshot;
            case HelpDeskClear.Outcome.Unknown unknown -> Upshot.problem("not-found");
            case HelpDeskClear.Outcome.Over over -> Upshot.problem("conflict");
            case HelpDeskClear.Outcome.SamePerson same -> Upshot.problem("second-person-needed");
        };
    }
}
