package io.verigate.delivery.smpp;

import java.nio.charset.StandardCharsets;

/// The credentials of the bind; `toString` hides the password.
///
/// @param systemId at most 15 ASCII characters (SMPP 3.4, 5.2.1)
/// @param password at most 8 ASCII characters (SMPP 3.4, 5.2.2)
/// @param systemType at most 12 ASCII characters, usually empty (SMPP 3.4, 5.2.3)
public record SmppLogin(String systemId, String password, String systemType) {
    /// @throws IllegalArgumentException when a part is too long or not ASCII
    public SmppLogin {
        if (systemId.isEmpty()) {
            throw new IllegalArgumentException(
                    "the system id is required: ask your SMS provider for it");
        }
        check("system id", systemId, 15);
        check("password", password, 8);
        check("system type", systemType, 12);
    }

    private static void check(String name, String text, int maxLength) {
        if (text.length() > maxLength || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(
                    "the %s must have at most %d ASCII characters (SMPP 3.4)"
                            .formatted(name, maxLength));
        }
    }

    @Override
    public String toString() {
        return "smpp login " + systemId;
    }
}
