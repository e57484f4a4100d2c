package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verigate.api.journal.ExplanationResponse;
import io.verigate.policy.InvalidRuleSetException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Explains a decision or a case in words.
@Command(
        name = "explain",
        description = {
            "Tells which rules fired on what, which findings lost, and which rules nearly fired and what was missing.",
            "Explains a decision by its id, asking a running service, or the database with --database; or a case or"
                    + " timeline of policies/*.cases.yaml by file:line or by its name, with the rules of the folder.",
            "Exit code 0: explained; 1: faults, or the decision cannot be explained; 2: it is not there."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class)
final class ExplainCommand implements Callable<Integer> {
    private static final Pattern DECISION = Pattern.compile("d-[0-9a-f]{32}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(
            index = "0",
            paramLabel = "what",
            description = "The id of a decision, file:line of a case, or a part of its name.")
    private String what = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "folder",
            description = RulesCommand.FOLDER)
    private @Nullable Path folder;

    @Option(
            names = "--database",
            description = "Ask the database that the service is set to, not the service.")
    private boolean database;

    @Option(names = "--format", defaultValue = "text", description = RulesCommand.FORMAT)
    private OutputFormat format = OutputFormat.TEXT;

    @Mixin private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (DECISION.matcher(what).matches()) {
            tell(Map.of(what, database ? RecordedDecision.explain(what) : recorded()));
            return Verigate.GOOD;
        }
        RulesFolder home = RulesFolder.of(folder);
        try {
            tell(new CaseExplanation(home).explain(what));
            return Verigate.GOOD;
        } catch (InvalidRuleSetException faults) {
            new TextReport(home, out()).faults(faults.all());
            return Verigate.NOT_GOOD;
        }
    }

    /// What the service tells of a decision.
    ///
    /// @throws MisuseException when it has no such decision for this key
    /// @throws IllegalStateException when it cannot explain it
    private ExplanationResponse recorded() {
        ServiceResponse said = service.ask("GET", "/v1/decisions/" + what + "/explanation", "");
        if (!said.good() && said.status() != HttpURLConnection.HTTP_CONFLICT) {
            throw new MisuseException("`%s` says: %s".formatted(service.url(), said.problem()));
        }
        try {
            return JSON.treeToValue(said.orFail(), ExplanationResponse.class);
        } catch (JsonProcessingException e) {
            throw new MisuseException(
                    "what answers at `%s` is not this service; give `--url`"
                            .formatted(service.url()));
        }
    }

    private void tell(Map<String, ExplanationResponse> explained) {
        if (format == OutputFormat.TEXT) {
            ExplainText text = new ExplainText(out());
            explained.forEach(text::explain);
            return;
        }
        try {
            List<ExplanationResponse> answers = List.copyOf(explained.values());
            out().println(
                            JSON.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(
                                            answers.size() == 1 ? answers.getFirst() : answers));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an explanation is always JSON", e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
