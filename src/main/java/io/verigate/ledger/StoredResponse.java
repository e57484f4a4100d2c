package io.verigate.ledger;

/// The response to a call that carried an `Idempotency-Key`, kept so that a retry has no second effect.
///
/// @param fingerprint hash of the request, in hexadecimal digits
/// @param status of HTTP
/// @param body of the response; holds no address. What was read from disk is JSON text; what a transaction keeps may be
///     any value that the store can write as JSON
/// @param location of what was created; empty when nothing was
public record StoredResponse(String fingerprint, int status, Object body, String location) {
    /// Responses by caller and key.
    public static final RecordType<String, StoredResponse> RECORDS =
            new RecordType<>("answers", String.class, StoredResponse.class, false);

    /// The key of the response that a caller's idempotency key belongs to.
    ///
    /// @param caller id of the API key
    public static RecordType.Key<String, StoredResponse> key(String caller, String idempotencyKey) {
        return RECORDS.key(caller + ":" + idempotencyKey);
    }
}
