package io.verigate.api.rulesets;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.FieldError;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.ChangeResult;
import io.verigate.ruleset.RuleSetVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Reads rule sets from bodies and maps their errors.
public final class RuleSetDrafts {
    /// Suffix of errors after which nothing was stored.
    public static final String NOTHING_CHANGED = "nothing was changed";

    private static final int MAX_REVISION_LENGTH = 64;

    private RuleSetDrafts() {}

    /// A publication request.
    ///
    /// @param activate whether to activate it at once
    public record Body(RuleSetFiles files, String message, String parent, boolean activate) {}

    /// Reads a publication request.
    static Body draft(ApiCall call) {
        JsonNode root = JsonBody.parse(call.body(), JsonBody.MAX_FILES_SIZE);
        JsonFields fields = JsonFields.of(root);
        String message = fields.text("message", RuleSetVersion.MAX_MESSAGE_LENGTH);
        String parent = fields.text("parent", MAX_REVISION_LENGTH);
        boolean activate = fields.flag("activate").orElse(true);
        return new Body(files(root, fields), message, parent, activate);
    }

    /// Reads the files only.
    static RuleSetFiles files(ApiCall call) {
        JsonNode root = JsonBody.parse(call.body(), JsonBody.MAX_FILES_SIZE);
        return files(root, JsonFields.of(root));
    }

    private static RuleSetFiles files(JsonNode root, JsonFields fields) {
        if (!fields.has("files")) {
            fields.missing("files", "");
        } else if (!root.path("files").isObject()) {
            fields.addError(
                    "files", "wrong-type", "must be an object that maps file names to text");
        }
        Map<String, String> texts = new TreeMap<>();
        root.path("files")
                .properties()
                .forEach(file -> {
                    if (file.getValue().isTextual()) {
                        texts.put(file.getKey(), file.getValue().textValue());
                    } else {
                        fields.addError("files", "wrong-type", "every file must be a string");
                    }
                });
        fields.finish();
        return orProblem(() -> RuleSetFiles.of(texts));
    }

    /// Runs work on a rule set and throws all of its errors as one problem.
    public static <T> T orProblem(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidRuleSetException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.FAULTY_RULES,
                            counted(e.all().size(), "error") + "; nothing was changed",
                            errors(e.all())));
        }
    }

    /// Maps diagnostics to validation errors.
    static List<FieldError> errors(List<io.verigate.policy.Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic ->
                        FieldError.inFile(
                                diagnostic.file(),
                                diagnostic.line(),
                                diagnostic.column(),
                                ProblemKind.FAULTY_RULES.wireName(),
                                diagnostic.message()))
                .toList();
    }

    /// Returns the conflict caused by others' changes: one error for each file of each change, newest first.
    ///
    /// @param outcome what happened to the caller's change
    public static ProblemException changed(ChangeResult.Conflict behind, String outcome) {
        List<FieldError> changes = new ArrayList<>();
        for (ChangeResult.Change change : behind.changes()) {
            String who =
                    "%s activated %s at %s: %s"
                            .formatted(
                                    change.by().isEmpty() ? "the folder" : change.by(),
                                    change.revision(),
                                    change.at(),
                                    change.message());
            change.files()
                    .forEach(file -> changes.add(FieldError.inFile(file, 0, 0, "changed", who)));
        }
        return new ProblemException(
                Problem.of(
                        ProblemKind.RULES_CHANGED,
                        "`%s` is active now: apply your change to it and send it as `parent`; %s"
                                .formatted(behind.active(), outcome),
                        changes));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
