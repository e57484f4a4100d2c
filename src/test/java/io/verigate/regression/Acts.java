package io.verigate.regression;

import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Report;
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
    Act ask(InteractionKind kind, Method method) {
        return new Act.Ask(interaction(kind, method, null));
    }

    Act send(Method method) {
        return ask(InteractionKind.SEND_CODE, method);
    }

    Act enrol(Method.Named method) {
        return new Act.Enrol(
                interaction(InteractionKind.ADD_SECURITY_INFO, method, null), method.channel());
    }

    Act type(boolean right, Method method) {
        return new Act.Check(interaction(InteractionKind.CHECK_CODE, method, null), right);
    }

    Act tell(ReportedEvent event) {
        return new Act.Observe(
                interaction(
                        InteractionKind.REPORT,
                        Method.NONE,
                        new Report(event, Instant.EPOCH, Severity.MINOR, "", "")));
    }

    private Interaction interaction(InteractionKind kind, Method method, @Nullable Report report) {
        return new Interaction(kind, account, method, source, "", null, Signals.NONE, report);
    }
}
