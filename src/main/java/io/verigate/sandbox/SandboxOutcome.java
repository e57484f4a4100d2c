package io.verigate.sandbox;

import io.verigate.decision.Address;
import io.verigate.decision.WireEnum;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What becomes of messages to the test addresses of the sandbox, always the same, so that people who integrate can try
/// each. The addresses are nobody's: Ofcom keeps 07700 900000 to 900999 and the North American Numbering Plan 555-0100 to
/// 555-0199 free for stories, RFC 2606 keeps `example.com` for examples.
public enum SandboxOutcome implements WireEnum {
    /// It arrives at once.
    DELIVERED(Status.DELIVERED, "", "+447700900991", "+12025550191"),
    /// It does not arrive: the phone or mailbox is not there.
    UNDELIVERED(Status.UNDELIVERABLE, "unreachable", "+447700900992", "+12025550192"),
    /// It leaves two minutes late, and arrives.
    SLOW(Status.DELIVERED, "", "+447700900993", "+12025550193"),
    /// The person or their operator blocks the sender.
    BLOCKED(Status.REJECTED, "sender-blocked", "+447700900994", "+12025550194");

    private final String word = WireEnum.of(this);
    private final Status status;
    private final String error;
    private final Set<String> addresses;

    SandboxOutcome(Status status, String error, String british, String american) {
        this.status = status;
        this.error = error;
        this.addresses = Set.of(british, american, word + "@example.com");
    }

    /// What becomes of messages to an address; empty when it is no test address.
    public static Optional<SandboxOutcome> of(Address address) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.addresses.contains(address.text()))
                .findFirst();
    }

    @Override
    public String wireName() {
        return word;
    }

    /// What the operator tells of it.
    Status status() {
        return status;
    }

    /// The operator's code for it; empty when it went well.
    String error() {
        return error;
    }
}
