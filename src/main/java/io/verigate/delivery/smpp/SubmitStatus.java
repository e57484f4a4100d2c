package io.verigate.delivery.smpp;

import io.verigate.delivery.SendResult;
import java.time.Duration;
import org.jsmpp.SMPPConstant;

/// Maps a negative response to `submit_sm` to a result (SMPP 3.4, 5.1.3).
final class SubmitStatus {
    /// The pause of all messages after a throttling error.
    static final Duration THROTTLED = Duration.ofSeconds(1);

    /// The wait of a message for a full queue.
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
            // The sender address was rejected, which the operator of this service must fix.
            case SMPPConstant.STAT_ESME_RINVSRCADR,
                    SMPPConstant.STAT_ESME_RINVSRCTON,
                    SMPPConstant.STAT_ESME_RINVSRCNPI,
                    SMPPConstant.STAT_ESME_RINVSERTYP ->
                    new SendResult.Retry(reason);
            default -> new SendResult.Rejected(reason);
        };
    }
}
