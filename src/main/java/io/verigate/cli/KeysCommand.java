package io.verigate.cli;

import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiKeys;
import io.verigate.access.ApiScope;
import io.verigate.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Manages API keys directly in the database.
@Command(
        name = "keys",
        description = "Creates, lists and revokes API keys in the configured database.")
final class KeysCommand {
    private final InstantSource clock = InstantSource.system();

    @Command(
            name = "make",
            description = "Creates an API key and prints it once; only a hash of it is stored.")
    int make(
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "name",
                            description = "Name of the key's owner, required; shown in records.")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "role",
                            description = "Role, required: ${COMPLETION-CANDIDATES}.")
                    Role role,
            @Option(
                            names = "--scopes",
                            split = ",",
                            paramLabel = "scope",
                            description =
                                    "Comma-separated subset of the scopes that the role grants. Default: all of them")
                    @Nullable Set<ApiScope> scopes,
            @Option(
                            names = "--expires",
                            paramLabel = "time",
                            description =
                                    "Lifetime of the key, for example 90d or 12h. Default: unlimited")
                    @Nullable Duration lifetime,
            @Mixin OutputOptions output) {
        Instant now = clock.instant();
        Instant expiresAt = lifetime == null ? null : now.plus(lifetime);
        ApiKeyGenerator.NewApiKey made =
                make(name, role, scopes == null ? role.grants() : scopes, now, expiresAt);
        CommandContext.withKeys(keys -> {
            keys.add(made.key(), made.sha256());
            return made;
        });
        new KeysReport(output).printCreated(made);
        return ExitCode.OK;
    }

    @Command(
            name = "list",
            description = "Lists all API keys, oldest first, without their secrets.")
    int list(@Mixin OutputOptions output) {
        new KeysReport(output).printAll(CommandContext.withKeys(ApiKeys::all), clock.instant());
        return ExitCode.OK;
    }

    @Command(
            name = "revoke",
            description = "Permanently revokes an API key; takes effect within seconds.")
    int revoke(
            @Parameters(paramLabel = "id", description = "Id of the key, from `keys list`.")
                    String id,
            @Mixin OutputOptions output) {
        if (!CommandContext.withKeys(keys -> keys.revoke(id, clock.instant()))) {
            throw new UsageException(
                    "there is no active key `%s`; see `verigate keys list`".formatted(id));
        }
        new KeysReport(output).printRevoked(id);
        return ExitCode.OK;
    }

    private static ApiKeyGenerator.NewApiKey make(
            String name,
            Role role,
            Set<ApiScope> scopes,
            Instant now,
            @Nullable Instant expiresAt) {
        try {
            return new ApiKeyGenerator().make(name, role, scopes, now, expiresAt);
        } catch (IllegalArgumentException e) {
            throw new UsageException(Service.reason(e));
        }
    }
}
