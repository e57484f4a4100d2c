package io.verigate.delivery.smpp;

import java.nio.charset.StandardCharsets;

/// Who binds; `toString` hides the password.
///
/// @param systemId at most 15 ASCII characters (SMPP 3.4, 5.2.1)
/// @param password at most 8 ASCII characters (SMPP 3.4, 5.2.2)
/// @param systemType at most 12 ASCII characters, as a rule empty (SMPP 3.4, 5.2.3)
public record SmppLogin(String systemId, String password, String systemType) {
    /// @throws IllegalArgumentException when a part is too long or not ASCII
    public SmppLogin {
        if (systemId.isEmpty()) {
            throw new IllegalArgumentException("the system id is empty; ask the operator for it");
        }
        check("system id", systemId, 15);
        check("password", password, 8);
        check("system type", systemType, 12);
    }

    private static void check(String name, String text, int longest) {
        if (text.length() > longest || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(
                    "the %s has at most %d ASCII characters (SMPP 3.4)".formatted(name, longest));
        }
    }

    @Override
    public String toString() {
        return "smpp login " + systemId;
    }
}
