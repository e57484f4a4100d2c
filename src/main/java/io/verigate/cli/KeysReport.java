package io.verigate.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.access.ApiKey;
import io.verigate.access.ApiScope;
import io.verigate.access.KeyMaker;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the commands about keys tell: as text, the bare result on `out` and words about it on `err`; as JSON, one
/// document on `out`.
record KeysReport(OutputFormat format, PrintWriter out, PrintWriter err) {
    /// What the option for it says.
    static final String FORMAT = "How to answer: text or json.";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A new key, shown this once.
    void made(KeyMaker.Made made) {
        if (format == OutputFormat.JSON) {
            out.println(
                    described(made.key(), made.key().createdAt())
                            .put("secret", made.secret())
                            .toPrettyString());
            return;
        }
        err.printf("made key `%s`; it is shown this once:%n", made.key().id());
        out.println(made.secret());
    }

    /// All keys.
    void keys(List<ApiKey> keys, Instant now) {
        if (format == OutputFormat.JSON) {
            ObjectNode report = JSON.createObjectNode();
            report.putArray("keys").addAll(keys.stream().map(key -> described(key, now)).toList());
            out.println(report.toPrettyString());
            return;
        }
        keys.forEach(key -> out.println(line(key, now)));
        err.println(keys.size() == 1 ? "1 key" : keys.size() + " keys");
    }

    /// One key is worthless from now on.
    void revoked(String id) {
        if (format == OutputFormat.JSON) {
            out.println(
                    JSON.createObjectNode().put("id", id).put("state", "revoked").toPrettyString());
            return;
        }
        err.printf("revoked `%s`%n", id);
    }

    private static ObjectNode described(ApiKey key, Instant now) {
        ObjectNode told =
                JSON.createObjectNode()
                        .put("id", key.id())
                        .put("name", key.name())
                        .put("role", key.role().wireName())
                        .put("state", state(key, now))
                        .put("createdAt", key.createdAt().toString())
                        .put("expiresAt", text(key.expiresAt()))
                        .put("revokedAt", text(key.revokedAt()));
        scopes(key).forEach(told.putArray("scopes")::add);
        return told;
    }

    private static String line(ApiKey key, Instant now) {
        String scopes =
                key.scopes().equals(key.role().grants())
                        ? ""
                        : "  " + String.join(",", scopes(key).toList());
        String end = key.expiresAt() == null ? "" : "  until " + key.expiresAt();
        return "%s  %-7s  %-9s  %s%s%s"
                .formatted(
                        key.id(), state(key, now), key.role().wireName(), key.name(), end, scopes);
    }

    private static String state(ApiKey key, Instant now) {
        return key.worksAt(now) ? "works" : key.revokedAt() == null ? "expired" : "revoked";
    }

    private static Stream<String> scopes(ApiKey key) {
        return key.scopes().stream().map(ApiScope::scope).sorted();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
