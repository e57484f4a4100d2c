package io.verigate.analysis.regression;

import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Acts of one account from one source.
///
/// @param account whose
/// @param source where it is done
record Acts(String account, Source source) {
    static Method.Named sms(String number) {
        return new Method.Named(Channel.SMS, new PhoneNumber(number));
    }

    static Method.Named mail(String address) {
        return new Method.Named(Channel.EMAIL, new EmailAddress(address));
    }

    /// Asks for a decision, or for a code where the kind leads to one.
    TimelineAction ask(InteractionKind kind, Method method) {
        return new TimelineAction.Ask(interaction(kind, method, null));
    }

    TimelineAction send(Method method) {
        return ask(InteractionKind.SEND_CODE, method);
    }

    TimelineAction enrol(Method.Named method) {
        return new TimelineAction.Enrol(
                interaction(InteractionKind.ADD_SECURITY_INFO, method, null), method.channel());
    }

    TimelineAction type(boolean right, Method method) {
        return new TimelineAction.Check(
                interaction(InteractionKind.CHECK_CODE, method, null), right);
    }

    TimelineAction tell(ReportedEvent event) {
        return new TimelineAction.Observe(
                interaction(
                        InteractionKind.REPORT,
                        Method.NONE,
                        new EventReport(event, Instant.EPOCH, Severity.MINOR, "", "")));
    }

    private Interaction interaction(
            InteractionKind kind, Method method, @Nullable EventReport report) {
        return new Interaction(kind, account, method, source, "", null, Signals.NONE, report);
    }
}
