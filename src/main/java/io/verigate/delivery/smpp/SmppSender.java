package io.verigate.delivery.smpp;

import io.verigate.decision.Channel;
import io.verigate.delivery.MessageSender;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.SendResult;
import io.verigate.delivery.receipt.ReceiptListener;
import io.verigate.messages.SmsSegments;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceIfPresentFlag;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/// Sends text messages over one SMPP 3.4 transceiver, and passes on its receipts. Thread-safe; start it once, close it
/// to unbind.
public final class SmppSender implements MessageSender, AutoCloseable {
    private final SmppSettings settings;
    private final InstantSource clock;
    private final SmppLink link;
    private final SmppThrottle throttle;

    /// Does not connect yet.
    ///
    /// @param receipts is notified of every receipt; after an exception the message centre repeats it
    /// @param clock for the validity period
    public SmppSender(SmppSettings settings, ReceiptListener receipts, InstantSource clock) {
        this(settings, receipts, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmppSender(
            SmppSettings settings,
            ReceiptListener receipts,
            InstantSource clock,
            SSLSocketFactory trust) {
        this.settings = settings;
        this.clock = clock;
        SmppServer server = settings.server();
        ReceiptInbox inbox =
                new ReceiptInbox(new ReceiptReader(settings.receiptZone()), receipts, clock);
        link =
                new SmppLink(
                        settings,
                        new SmppSockets(server.tls(), server.connectTimeout(), trust),
                        inbox);
        throttle = new SmppThrottle(settings.pace(), server.answerTimeout());
    }

    /// Starts connecting, and reconnects from then on.
    public void start() {
        link.start();
    }

    /// Whether messages can be sent now.
    public boolean bound() {
        return link.bound().isPresent();
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (message.channel() != Channel.SMS) {
            return new SendResult.Rejected("not-a-text-message");
        }
        if (!SmsSegments.fits(message.text())) {
            return new SendResult.Rejected("text-too-long");
        }
        if (!clock.instant().isBefore(message.expiresAt())) {
            return new SendResult.Rejected("expired");
        }
        try {
            Optional<Duration> wait = throttle.enter();
            if (wait.isPresent()) {
                return new SendResult.Retry("busy", wait.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new SendResult.Retry("interrupted");
        }
        try {
            return link.bound()
                    .map(session -> submit(session, message))
                    .orElseGet(() ->
                            new SendResult.Retry(
                                    "not-bound", settings.pace().firstReconnectWait()));
        } finally {
            throttle.leave();
        }
    }

    @Override
    public void close() {
        link.close();
    }

    private SendResult submit(SMPPSession session, OutgoingMessage message) {
        try {
            return new SendResult.Accepted(
                    ReceiptReader.reference(submitForId(session, message)), false);
        } catch (NegativeResponseException refusal) {
            return refused(refusal.getCommandStatus());
        } catch (GenericNackResponseException refusal) {
            return refused(refusal.getCommandStatus());
        } catch (ResponseTimeoutException silence) {
            return new SendResult.InDoubt("no-answer");
        } catch (InvalidResponseException nonsense) {
            return new SendResult.InDoubt("unreadable-answer");
        } catch (PDUException malformed) {
            return new SendResult.Rejected("malformed-message");
        } catch (IOException lost) {
            return new SendResult.InDoubt("connection-lost");
        }
    }

    private SendResult refused(int status) {
        if (status == SMPPConstant.STAT_ESME_RTHROTTLED) {
            throttle.pause(SubmitStatus.THROTTLED);
        }
        return SubmitStatus.result(status);
    }

    /// Submits a message and returns the id that the message centre gave it.
    private String submitForId(SMPPSession session, OutgoingMessage message)
            throws PDUException,
                    ResponseTimeoutException,
                    InvalidResponseException,
                    NegativeResponseException,
                    IOException {
        SmppSource source = settings.source();
        SmsBody body = new SmsBody(message.text());
        Duration left = Duration.between(clock.instant(), message.expiresAt());
        String id =
                session.submitShortMessage(
                                "",
                                source.typeOfNumber(),
                                source.numberingPlan(),
                                source.digitsOrName(),
                                TypeOfNumber.INTERNATIONAL,
                                NumberingPlanIndicator.ISDN,
                                message.to().text().substring(1), // E.164 without the plus sign
                                new ESMClass(),
                                (byte) 0,
                                (byte) 1,
                                null,
                                ValidityPeriod.of(left),
                                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                                ReplaceIfPresentFlag.DEFAULT.value(),
                                body.coding(),
                                (byte) 0,
                                body.octets())
                        .getMessageId();
        return id == null ? "" : id;
    }
}
