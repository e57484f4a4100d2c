package io.verigate.decision;

/// A kind of subject that events are counted for and blocks apply to.
public enum SubjectKind implements WireEnum {
    /// The account.
    ACCOUNT(1),
    /// The destination of a code, for all accounts.
    DESTINATION(2),
    /// The IP address of the client.
    SOURCE(3),
    /// The device of the client.
    DEVICE(4),
    /// The network of the IP address: /24 for IPv4, /48 for IPv6.
    NETWORK(5),
    /// The phone number without its last two digits.
    NUMBER_RANGE(6),
    /// The region of the phone number.
    REGION(7),
    /// One account from one IP address.
    ACCOUNT_SOURCE(8);

    private static final SubjectKind[] BY_NUMBER = new SubjectKind[values().length + 1];

    static {
        for (SubjectKind kind : values()) {
            BY_NUMBER[kind.number] = kind;
        }
    }

    private final int number;

    SubjectKind(int number) {
        this.number = number;
    }

    /// The stored number, from 1 to 127.
    public int number() {
        return number;
    }

    /// The kind with a stored number.
    ///
    /// @throws IllegalStateException when no kind has it
    public static SubjectKind of(int number) {
        if (number < 1 || number >= BY_NUMBER.length) {
            throw new IllegalStateException(
                    "subject kind " + number + " is unknown: was it written by a newer version?");
        }
        return BY_NUMBER[number];
    }

    /// The kind of subject whose row stores its counters: the range of a number, the account of an account's client,
    /// otherwise itself.
    public SubjectKind home() {
        return switch (this) {
            case DESTINATION -> NUMBER_RANGE;
            case ACCOUNT_SOURCE -> ACCOUNT;
            case ACCOUNT, SOURCE, DEVICE, NETWORK, NUMBER_RANGE, REGION -> this;
        };
    }
}
