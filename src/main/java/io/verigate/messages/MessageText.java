package io.verigate.messages;

/// The text of one message; `toString` does not show it.
///
/// @param subject one line; empty except for e-mail
/// @param text body
public record MessageText(String subject, String text) {
    @Override
    public String toString() {
        return "message text of %d characters".formatted(text.length());
    }
}
