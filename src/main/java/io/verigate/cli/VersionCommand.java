package io.verigate.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What commands have in common that deal with versions of the rule set of a running service.
abstract class VersionCommand implements Callable<Integer> {
    @Option(names = "--format", defaultValue = "text", description = "How to answer: text or json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private OutputFormat format;

    @Mixin private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    /// The service that is asked.
    ServiceClient service() {
        return service;
    }

    /// Where answers go.
    ResponsePrinter telling() {
        return new ResponsePrinter(spec.commandLine().getOut(), format);
    }

    /// The revision that should decide now; empty when the service did not say, which has been told then.
    Optional<String> wanted() {
        ServiceResponse now = service.ask("GET", "/v1/rulesets/active", "");
        if (!now.good()) {
            telling().tell(now, json -> {});
            return Optional.empty();
        }
        return Optional.of(now.body().path("wanted").asText());
    }
}
