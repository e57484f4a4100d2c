package io.verigate.api.common.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Where a caller goes on in a list. Opaque: what it holds may change.
public final class Cursor {
    private Cursor() {}

    /// What callers go on with behind an item.
    public static String behind(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /// The id of the item; empty when the text was not made here.
    public static Optional<String> id(String cursor) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return id.matches("[A-Za-z0-9-]{1,64}") ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
