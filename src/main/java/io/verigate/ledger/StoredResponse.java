package io.verigate.ledger;

/// What was answered to a call that carried an `Idempotency-Key`, so that the same call has one effect.
///
/// @param fingerprint hash of the body, in hexadecimal digits
/// @param status of the HTTP answer
/// @param body of the answer; holds no address
/// @param location of what was made; empty when nothing was
public record StoredResponse(String fingerprint, int status, String body, String location) {
    /// Where answers stand in the ledger, by caller and key.
    public static final RecordType<String, StoredResponse> RECORDS =
            new RecordType<>("answers", String.class, StoredResponse.class, false);
}
