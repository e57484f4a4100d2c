package io.verigate.bench.shipped;

import io.verigate.decision.Finding;
import java.util.List;

/// All shipped rules as a Java programmer would write them who never wants to change them: one
/// class a policy, one `if` a rule, what many rules ask first asked once, values as constants. It
/// finds the same as the rules, word for word.
public final class ShippedByHand {
    private ShippedByHand() {}

    /// Everything that is found.
    public static List<Finding> findings(Asked asked) {
        Say say = new Say(asked);
        DeliveryFailures.ask(asked, say);
        EmailAddresses.ask(asked, say);
        HotRegions.ask(asked, say);
        RequestVolume.ask(asked, say);
        SecurityInfo.ask(asked, say);
        SmsAvailability.ask(asked, say);
        TermsOfService.ask(asked, say);
        UnrequestedCodes.ask(asked, say);
        UnusualActivity.ask(asked, say);
        VerifyPrompt.ask(asked, say);
        WaitTimes.ask(asked, say);
        return say.all();
    }
}
