package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.policy.RuleSetBundle;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Backtests a candidate on a running service.
@Command(
        name = "backtest",
        description = {
            "Re-evaluates recorded decisions on a running service with the rules of a folder or revision, and reports"
                    + " what would change: verdicts, messages and their cost, false positives. Live decisions are not"
                    + " affected.",
            "Ctrl-C stops early and prints the partial result."
        },
        exitCodeList = {"0:Completed", "1:Failed or incomplete", "2:Invalid usage"})
final class BacktestCommand implements Callable<Integer> {
    @Mixin private final RulesFolder folder = new RulesFolder();

    @Option(names = "--revision", description = "Test this stored revision instead of a folder.")
    private @Nullable String revision;

    @Mixin private final RunOptions options = new RunOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        ObjectNode request = OutputOptions.JSON.createObjectNode().put("kind", "backtest");
        if (revision == null) {
            byte[] bundle = RuleSetBundle.write(folder.read());
            request.put("bundle", Base64.getEncoder().encodeToString(bundle));
        } else {
            request.put("revision", revision);
        }
        JsonNode run =
                options.run(
                        request,
                        output,
                        result -> output.out().print(new BacktestText(result).text()));
        return run.path("state").asText().equals("done") ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
