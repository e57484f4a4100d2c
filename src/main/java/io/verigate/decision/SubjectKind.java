package io.verigate.decision;

/// What something is counted for, or what a block holds back.
public enum SubjectKind implements WireEnum {
    /// The account.
    ACCOUNT(1),
    /// The address that a code goes to, whichever account asks.
    DESTINATION(2),
    /// The IP address that a request comes from.
    SOURCE(3),
    /// The device that a request comes from.
    DEVICE(4),
    /// The network of the IP address: /24 for IPv4, /48 for IPv6.
    NETWORK(5),
    /// The phone number without its last two digits.
    NUMBER_RANGE(6),
    /// The region of the phone number.
    REGION(7),
    /// One account from one IP address: strangers have others.
    ACCOUNT_SOURCE(8);

    private static final SubjectKind[] BY_NUMBER = new SubjectKind[values().length + 1];

    static {
        for (SubjectKind kind : values()) {
            BY_NUMBER[kind.number] = kind;
        }
    }

    private final String word = WireEnum.of(this);
    private final int number;

    SubjectKind(int number) {
        this.number = number;
    }

    @Override
    public String wireName() {
        return word;
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
                    "subject kind " + number + " is not known: was it written by a newer version?");
        }
        return BY_NUMBER[number];
    }

    /// With whom it is counted: a number with its range, an account's source with the account, others by themselves.
    public SubjectKind home() {
        return switch (this) {
            case DESTINATION -> NUMBER_RANGE;
            case ACCOUNT_SOURCE -> ACCOUNT;
            case ACCOUNT, SOURCE, DEVICE, NETWORK, NUMBER_RANGE, REGION -> this;
        };
    }
}
