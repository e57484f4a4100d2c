package io.verigate.sandbox;

import io.verigate.decision.Address;
import io.verigate.decision.WireEnum;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Fixed outcomes of messages to the test addresses of the sandbox, so that integrators can test
/// each. The addresses are unassigned: Ofcom reserves 07700 900000 to 900999 and the North American Numbering Plan 555-0100 to
/// 555-0199 for fiction, RFC 2606 reserves `example.com` for examples.
public enum SandboxOutcome implements WireEnum {
    /// Delivered at once.
    DELIVERED(Status.DELIVERED, "", "+447700900991", "+12025550191"),
    /// Not delivered: the phone or mailbox is unreachable.
    UNDELIVERED(Status.UNDELIVERABLE, "unreachable", "+447700900992", "+12025550192"),
    /// Sent with a delay of two minutes, then delivered.
    SLOW(Status.DELIVERED, "", "+447700900993", "+12025550193"),
    /// The sender is blocked by the recipient or their carrier.
    BLOCKED(Status.REJECTED, "sender-blocked", "+447700900994", "+12025550194");

    private final Status status;
    private final String error;
    private final Set<String> addresses;

    SandboxOutcome(Status status, String error, String british, String american) {
        this.status = status;
        this.error = error;
        this.addresses = Set.of(british, american, WireEnum.spelling(name()) + "@example.com");
    }

    /// The outcome for an address; empty when it is not a test address.
    public static Optional<SandboxOutcome> of(Address address) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.addresses.contains(address.text()))
                .findFirst();
    }

    /// The status in the receipt.
    Status status() {
        return status;
    }

    /// The error code in the receipt; empty on success.
    String error() {
        return error;
    }
}
