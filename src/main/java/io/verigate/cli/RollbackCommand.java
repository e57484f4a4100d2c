package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Reactivates an earlier version.
@Command(
        name = "rollback",
        description = {
            "Reactivates the previously active version, or another stored one. Repeating it goes back further; to undo a"
                    + " rollback, give the revision."
        },
        exitCodeList = {
            "0:Rolled back",
            "1:Rejected by the service",
            "2:Invalid usage, or no key or service"
        })
final class RollbackCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "revision",
            description = "Revision to activate. Default: the previously active one")
    private @Nullable String revision;

    @Mixin private final ServiceClient service = new ServiceClient();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        ServiceResponse active = service.get("/v1/rulesets/active");
        String from = active.body().path("wanted").asText();
        return output.print(
                active.then(state -> rollBack(state, from)),
                rollout -> {
                    output.printRollout(rollout);
                    output.out()
                            .printf(
                                    "%s is no longer active; to undo: `verigate rules rollback %s`%n",
                                    from, from);
                });
    }

    private ServiceResponse rollBack(JsonNode state, String from) {
        String to = revision == null ? state.path("before").asText() : revision;
        if (to.isEmpty()) {
            throw new UsageException(
                    "no earlier version than `%s` is known that was not rolled back; give a revision from `rules history`"
                            .formatted(from));
        }
        return service.activate(to, OutputOptions.JSON.createObjectNode().put("replaces", from));
    }
}
