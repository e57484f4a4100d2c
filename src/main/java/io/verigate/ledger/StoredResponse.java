package io.verigate.ledger;

/// The response to a call that carried an `Idempotency-Key`, stored so that a retry has no second effect.
///
/// @param fingerprint hash of the request, in hexadecimal digits
/// @param status of HTTP
/// @param body of the response, without addresses: JSON text when it was loaded, any value that the store can write as
///     JSON when it is new
/// @param location of the created resource; empty when none was created
public record StoredResponse(String fingerprint, int status, Object body, String location) {
    /// Responses by caller and key.
    public static final RecordType<String, StoredResponse> RECORDS =
            new RecordType<>("stored responses", String.class, StoredResponse.class, false);

    /// The key of a stored response.
    ///
    /// @param caller id of the API key
    public static RecordType.Key<String, StoredResponse> key(String caller, String idempotencyKey) {
        return RECORDS.key(caller + ":" + idempotencyKey);
    }
}
