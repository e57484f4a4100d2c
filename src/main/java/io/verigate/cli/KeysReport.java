package io.verigate.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.verigate.access.ApiKey;
import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints API keys: as text, the result on standard output and messages on standard error; as JSON, one document.
record KeysReport(OutputOptions output) {
    private record KeyDocument(
            String id,
            String name,
            String role,
            String state,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            List<String> scopes,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
        static KeyDocument of(ApiKey key, Instant now, @Nullable String secret) {
            return new KeyDocument(
                    key.id(),
                    key.name(),
                    key.role().wireName(),
                    KeysReport.state(key, now),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt(),
                    KeysReport.scopes(key),
                    secret);
        }

        @Override
        public String toString() {
            return "KeyDocument[" + id + "]";
        }
    }

    /// Prints a new key, the only time that its secret is shown.
    void printCreated(ApiKeyGenerator.NewApiKey made) {
        ApiKey key = made.key();
        if (output.json()) {
            print(KeyDocument.of(key, key.createdAt(), made.secret()));
            return;
        }
        output.err().printf("created key `%s`; it is shown only once:%n", key.id());
        output.out().println(made.secret());
    }

    void printAll(List<ApiKey> keys, Instant now) {
        if (output.json()) {
            print(
                    Map.of(
                            "keys",
                            keys.stream().map(key -> KeyDocument.of(key, now, null)).toList()));
            return;
        }
        keys.forEach(key -> output.out().println(line(key, now)));
        output.err().println(TextReport.counted(keys.size(), "key"));
    }

    void printRevoked(String id) {
        if (output.json()) {
            print(OutputOptions.JSON.createObjectNode().put("id", id).put("state", "revoked"));
            return;
        }
        output.err().printf("revoked key `%s`%n", id);
    }

    private void print(Object document) {
        output.out().println(OutputOptions.json(document));
    }

    private static String line(ApiKey key, Instant now) {
        String scopes =
                key.scopes().equals(key.role().grants())
                        ? ""
                        : "  " + String.join(",", scopes(key));
        String expiry = key.expiresAt() == null ? "" : "  expires " + key.expiresAt();
        return "%s  %-7s  %-9s  %s%s%s"
                .formatted(
                        key.id(),
                        state(key, now),
                        key.role().wireName(),
                        key.name(),
                        expiry,
                        scopes);
    }

    private static String state(ApiKey key, Instant now) {
        return key.worksAt(now) ? "works" : key.revokedAt() == null ? "expired" : "revoked";
    }

    private static List<String> scopes(ApiKey key) {
        return key.scopes().stream().map(ApiScope::scope).sorted().toList();
    }
}
