package io.verigate.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Goes back to the rule set before.
@Command(
        name = "rollback",
        description = {
            "Lets the rule set decide again that decided before, or another that is kept. Done twice, it goes back twice: to"
                    + " go forward again, name the revision.",
            "Exit code 0: so it is; 1: it cannot be; 2: no key or no service."
        },
        mixinStandardHelpOptions = true)
final class RollbackCommand extends VersionCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(arity = "0..1", paramLabel = "revision", description = "To which.")
    private @Nullable String revision;

    @Override
    public Integer call() {
        ResponsePrinter telling = telling();
        ServiceResponse now = service().ask("GET", "/v1/rulesets/active", "");
        if (!now.good()) {
            return telling.tell(now, json -> {});
        }
        String to = revision == null ? now.body().path("before").asText() : revision;
        String from = now.body().path("wanted").asText();
        if (to.isEmpty()) {
            throw new MisuseException(
                    "nothing is known that decided before `%s` and was not taken back; name a revision of `rules history`"
                            .formatted(from));
        }
        String body = JSON.createObjectNode().put("replaces", from).toString();
        return telling.tell(
                service().ask("POST", "/v1/rulesets/" + ServiceClient.part(to) + "/activate", body),
                rollout -> {
                    telling.rollout(rollout);
                    telling.out()
                            .printf(
                                    "%s does not any more; to take this back: `verigate rules rollback %s`%n",
                                    from, from);
                });
    }
}
