package io.verigate.cli;

import io.verigate.access.ApiKeys;
import io.verigate.access.ApiScope;
import io.verigate.access.KeyMaker;
import io.verigate.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
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
        versionProvider = VersionProvider.class)
final class KeysCommand {
    private final InstantSource clock = InstantSource.system();

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
                    @Nullable Set<ApiScope> scopes,
            @Option(
                            names = "--expires",
                            paramLabel = "time",
                            converter = KeyWords.Lifetime.class,
                            description =
                                    "How long it is good for, such as 90d or 12h; without it, until it is revoked.")
                    @Nullable Duration expires,
            @Option(names = "--format", defaultValue = "text", description = KeysReport.FORMAT)
                    OutputFormat format) {
        Instant now = clock.instant();
        Instant end = expires == null ? null : now.plus(expires);
        KeyMaker.Made made = made(name, role, scopes == null ? role.grants() : scopes, now, end);
        Contexts.withKeys(keys -> {
            keys.add(made.key(), made.sha256());
            return made;
        });
        report(format).made(made);
        return Verigate.GOOD;
    }

    @Command(
            name = "list",
            description =
                    "Lists all keys, oldest first; the keys themselves are not known any more.",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--format", defaultValue = "text", description = KeysReport.FORMAT)
                    OutputFormat format) {
        report(format).keys(Contexts.withKeys(ApiKeys::all), clock.instant());
        return Verigate.GOOD;
    }

    @Command(
            name = "revoke",
            description = "Makes a key worthless, within seconds and for good.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "id", description = "The id that `keys list` shows.")
                    String id,
            @Option(names = "--format", defaultValue = "text", description = KeysReport.FORMAT)
                    OutputFormat format) {
        if (!Contexts.withKeys(keys -> keys.revoke(id, clock.instant()))) {
            throw new MisuseException(
                    "there is no key `%s` that works; see `verigate keys list`".formatted(id));
        }
        report(format).revoked(id);
        return Verigate.GOOD;
    }

    private static KeyMaker.Made made(
            String name, Role role, Set<ApiScope> scopes, Instant now, @Nullable Instant end) {
        try {
            return new KeyMaker().make(name, role, scopes, now, end);
        } catch (IllegalArgumentException e) {
            throw new MisuseException(Service.reason(e));
        }
    }

    private KeysReport report(OutputFormat format) {
        return new KeysReport(format, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
