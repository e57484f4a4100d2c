package io.verigate.cli;

import io.micronaut.context.ApplicationContext;
import io.verigate.access.Access;
import io.verigate.access.ApiKey;
import io.verigate.access.ApiKeys;
import io.verigate.access.KeyMaker;
import io.verigate.access.Role;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes, lists and revokes the keys that callers hold, straight in the database.
@Command(
        name = "keys",
        description =
                "Makes, lists and revokes API keys; needs the database that the service is set to.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class KeysCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Command(
            name = "make",
            description = "Makes a key and shows it once; only a hash of it is kept.",
            mixinStandardHelpOptions = true)
    int make(
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "name",
                            description = "Who holds it; shown in records.")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "role",
                            converter = KeyWords.Roles.class,
                            completionCandidates = KeyWords.RoleNames.class,
                            description = "What it may do: ${COMPLETION-CANDIDATES}.")
                    Role role,
            @Option(
                            names = "--scopes",
                            split = ",",
                            paramLabel = "scope",
                            converter = KeyWords.Scopes.class,
                            description = "Fewer scopes than the role grants, parted by commas.")
                    @Nullable Set<Access> scopes,
            @Option(
                            names = "--expires",
                            paramLabel = "time",
                            converter = KeyWords.Lifetime.class,
                            description =
                                    "How long it is good for, such as 90d or 12h; without it, until it is revoked.")
                    @Nullable Duration expires) {
        Instant now = Instant.now();
        Instant end = expires == null ? null : now.plus(expires);
        KeyMaker.Made made = made(name, role, scopes == null ? role.grants() : scopes, now, end);
        try (ApplicationContext context = Contexts.command()) {
            context.getBean(ApiKeys.class).add(made.key(), made.sha256());
        }
        err().printf("made key `%s`; it is shown this once:%n", made.key().id());
        out().println(made.secret());
        return Verigate.GOOD;
    }

    @Command(
            name = "list",
            description =
                    "Lists all keys, oldest first; the keys themselves are not known any more.",
            mixinStandardHelpOptions = true)
    int list() {
        List<ApiKey> keys;
        try (ApplicationContext context = Contexts.command()) {
            keys = context.getBean(ApiKeys.class).all();
        }
        Instant now = Instant.now();
        keys.forEach(key -> out().println(line(key, now)));
        err().println(keys.size() == 1 ? "1 key" : keys.size() + " keys");
        return Verigate.GOOD;
    }

    @Command(
            name = "revoke",
            description = "Makes a key worthless, within seconds and for good.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "id", description = "The id that `keys list` shows.")
                    String id) {
        boolean done;
        try (ApplicationContext context = Contexts.command()) {
            done = context.getBean(ApiKeys.class).revoke(id, Instant.now());
        }
        if (!done) {
            throw new MisuseException(
                    "there is no key `%s` that works; see `verigate keys list`".formatted(id));
        }
        err().printf("revoked `%s`%n", id);
        return Verigate.GOOD;
    }

    private static KeyMaker.Made made(
            String name, Role role, Set<Access> scopes, Instant now, @Nullable Instant end) {
        try {
            return new KeyMaker().make(name, role, scopes, now, end);
        } catch (IllegalArgumentException e) {
            throw new MisuseException(Service.reason(e));
        }
    }

    private static String line(ApiKey key, Instant now) {
        String state = key.worksAt(now) ? "works" : key.revokedAt() == null ? "expired" : "revoked";
        String scopes =
                key.scopes().equals(key.role().grants())
                        ? ""
                        : "  "
                                + key.scopes().stream()
                                        .map(Access::scope)
                                        .sorted()
                                        .collect(Collectors.joining(","));
        String end = key.expiresAt() == null ? "" : "  until " + key.expiresAt();
        return "%s  %-7s  %-9s  %s%s%s"
                .formatted(key.id(), state, key.role().word(), key.name(), end, scopes);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
