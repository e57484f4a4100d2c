package io.verigate.delivery;

/// Short codes for what came of a message, for metrics and records.
public final class OutcomeCodes {
    private OutcomeCodes() {}

    public static String word(SendResult result) {
        return switch (result) {
            case SendResult.Accepted accepted -> "accepted";
            case SendResult.Retry retry -> "retried";
            case SendResult.Rejected rejected -> "rejected";
            case SendResult.InDoubt doubt -> "in-doubt";
        };
    }
}
