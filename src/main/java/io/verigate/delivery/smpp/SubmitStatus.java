package io.verigate.delivery.smpp;

import io.verigate.delivery.SendResult;
import java.time.Duration;
import org.jsmpp.SMPPConstant;

/// What a negative answer to `submit_sm` means (SMPP 3.4, 5.1.3).
final class SubmitStatus {
    /// How long everything waits when the operator says that messages come too fast.
    static final Duration THROTTLED = Duration.ofSeconds(1);

    /// How long a message waits for room in a full queue.
    private static final Duration QUEUE_FULL = Duration.ofSeconds(5);

    private SubmitStatus() {}

    static SendResult result(int status) {
        String reason = "smpp-%04x".formatted(status);
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED -> new SendResult.Retry("throttled", THROTTLED);
            case SMPPConstant.STAT_ESME_RMSGQFUL -> new SendResult.Retry("queue-full", QUEUE_FULL);
            case SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RSUBMITFAIL,
                    SMPPConstant.STAT_ESME_RX_T_APPN,
                    SMPPConstant.STAT_ESME_RINVBNDSTS ->
                    new SendResult.Retry(reason);
            // The sender, not the person: that is for the operator of this service to put right.
            case SMPPConstant.STAT_ESME_RINVSRCADR,
                    SMPPConstant.STAT_ESME_RINVSRCTON,
                    SMPPConstant.STAT_ESME_RINVSRCNPI,
                    SMPPConstant.STAT_ESME_RINVSERTYP ->
                    new SendResult.Retry(reason);
            default -> new SendResult.Rejected(reason);
        };
    }
}
