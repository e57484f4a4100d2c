package io.verigate.messages;

/// The words of one message; `toString` shows none of them.
///
/// @param subject one line; empty unless it is an e-mail
/// @param text what is read or spoken
public record MessageText(String subject, String text) {
    @Override
    public String toString() {
        return "message text of %d characters".formatted(text.length());
    }
}
