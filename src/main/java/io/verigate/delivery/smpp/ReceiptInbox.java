package io.verigate.delivery.smpp;

import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.ReceiptListener;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts receipts from the message centre. A receipt that the listener cannot record is refused temporarily, so that
/// it is repeated. Other messages are accepted and dropped, unread and unlogged.
record ReceiptInbox(ReceiptReader reader, ReceiptListener listener, InstantSource clock)
        implements MessageReceiverListener {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptInbox.class);

    /// The data coding of UCS-2 (SMPP 3.4, 5.2.19).
    private static final byte UCS_2 = 0x08;

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        byte[] octets = message.getShortMessage();
        take(message, octets == null ? new byte[0] : octets);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source)
            throws ProcessRequestException {
        take(message, new byte[0]);
        try {
            return new DataSmResult(new MessageId(""), new OptionalParameter[0]);
        } catch (PDUStringException impossible) {
            throw new IllegalStateException("an empty message id is valid", impossible);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        // Nothing waits for a phone to become reachable.
    }

    private void take(AbstractSmCommand message, byte[] octets) throws ProcessRequestException {
        if (!MessageType.SMSC_DEL_RECEIPT.containedIn(message.getEsmClass())) {
            return;
        }
        Optional<DeliveryReceipt> receipt =
                reader.read(
                        text(message, octets),
                        receiptedId(message),
                        state(message),
                        clock.instant());
        if (receipt.isEmpty()) {
            LOG.warn("the message centre sent a receipt without a message id");
            return;
        }
        if (!received(receipt.get())) {
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private boolean received(DeliveryReceipt receipt) {
        try {
            return listener.received(receipt);
        } catch (RuntimeException failure) {
            LOG.warn("a receipt could not be recorded, and will be repeated", failure);
            return false;
        }
    }

    /// The text, which some message centres send in the field 0x0424.
    private static String text(AbstractSmCommand message, byte[] octets) {
        byte[] all = octets;
        if (all.length == 0) {
            OptionalParameter.Message_payload payload =
                    message.getOptionalParameter(OptionalParameter.Message_payload.class);
            all = payload == null ? octets : payload.getValue();
        }
        Charset charset =
                message.getDataCoding() == UCS_2
                        ? StandardCharsets.UTF_16BE
                        : StandardCharsets.ISO_8859_1;
        return new String(all, charset);
    }

    /// The id up to its terminator, which some message centres omit.
    private static String receiptedId(AbstractSmCommand message) {
        OptionalParameter.Receipted_message_id id =
                message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        if (id == null) {
            return "";
        }
        String text = new String(id.getValue(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static int state(AbstractSmCommand message) {
        OptionalParameter.Message_state state =
                message.getOptionalParameter(OptionalParameter.Message_state.class);
        return state == null ? 0 : Byte.toUnsignedInt(state.getValue());
    }
}
