package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.verigate.api.journal.ExplanationResponse;
import io.verigate.policy.InvalidRuleSetException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Explains a decision or a case.
@Command(
        name = "explain",
        description = {
            "Explains which rules fired and why, which findings were overridden, and which rules nearly fired.",
            "Explains a decision by its id, from a running service or, with --database, from the database; or a case or"
                    + " timeline of policies/*.cases.yaml by file:line or by name, with the rules of the folder."
        },
        exitCodeList = {
            "0:Explained",
            "1:The rules have errors, or the decision cannot be explained",
            "2:Invalid usage, or no such decision or case"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final Pattern DECISION = Pattern.compile("d-[0-9a-f]{32}");

    @Parameters(
            index = "0",
            paramLabel = "what",
            description = "Id of a decision, file:line of a case, or part of its name.")
    private String selector = "";

    @Mixin private final RulesFolder folder = new RulesFolder();

    @Option(names = "--database", description = "Read the configured database, not the service.")
    private boolean database;

    @Mixin private final ServiceClient service = new ServiceClient();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        if (DECISION.matcher(selector).matches()) {
            print(Map.of(selector, database ? DecisionExplainer.explain(selector) : fromService()));
            return ExitCode.OK;
        }
        try {
            print(new CaseExplainer(folder).explain(selector));
            return ExitCode.OK;
        } catch (InvalidRuleSetException invalid) {
            new TextReport(folder, output.out()).printErrors(invalid.all());
            return ExitCode.SOFTWARE;
        }
    }

    /// @throws UsageException when the service has no such decision for this key
    /// @throws IllegalStateException when it cannot explain the decision
    private ExplanationResponse fromService() {
        ServiceResponse response = service.get("/v1/decisions/" + selector + "/explanation");
        if (!response.ok() && response.status() != HttpURLConnection.HTTP_CONFLICT) {
            throw new UsageException(
                    "`%s` responded: %s".formatted(service.url(), response.problem()));
        }
        try {
            return OutputOptions.JSON.treeToValue(response.orThrow(), ExplanationResponse.class);
        } catch (JsonProcessingException e) {
            throw new UsageException(ServiceClient.failure(service.url(), e));
        }
    }

    private void print(Map<String, ExplanationResponse> explanations) {
        if (!output.json()) {
            ExplainText text = new ExplainText(output.out());
            explanations.forEach(text::print);
            return;
        }
        List<ExplanationResponse> all = List.copyOf(explanations.values());
        output.out().println(OutputOptions.json(all.size() == 1 ? all.getFirst() : all));
    }
}
