package io.verigate.api.common.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Opaque cursor of a paged list; its contents may change.
public final class Cursor {
    private Cursor() {}

    /// Returns the cursor that continues after an item.
    public static String after(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /// Returns the item's id; empty if the cursor is invalid.
    public static Optional<String> id(String cursor) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return id.matches("[A-Za-z0-9-]{1,64}") ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
