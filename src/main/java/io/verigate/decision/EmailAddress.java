package io.verigate.decision;

/// An e-mail address, normalised: the domain in lower case and in ASCII form (RFC 5321, RFC 6531).
public record EmailAddress(String text) implements Address {
    private static final int MAX_LENGTH = 254;

    /// @throws IllegalArgumentException when there is no local part or no domain; the message does not repeat the text
    public EmailAddress {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1 || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "an e-mail address is `name@domain`, at most 254 characters (RFC 5321)");
        }
    }

    /// The part behind the last `@`.
    public String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    @Override
    public String hint() {
        int local = text.lastIndexOf('@');
        return text.substring(
                        0, text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, local))))
                + "…";
    }

    @Override
    public String toString() {
        return hint();
    }
}
