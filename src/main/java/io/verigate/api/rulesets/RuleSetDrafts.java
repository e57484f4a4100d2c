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

/// Reads rule sets from bodies, and tells what is wrong with them.
public final class RuleSetDrafts {
    /// What became of a draft that was not kept.
    public static final String NOTHING_CHANGED = "nothing was changed";

    private static final int MAX_REVISION_LENGTH = 64;

    private RuleSetDrafts() {}

    /// What a caller wants to publish.
    ///
    /// @param activate whether it should decide at once
    public record Body(RuleSetFiles files, String message, String parent, boolean activate) {}

    /// A whole draft.
    static Body draft(ApiCall call) {
        JsonNode root = JsonBody.parse(call.body(), JsonBody.MAX_FILES_SIZE);
        JsonFields fields = JsonFields.of(root);
        String message = fields.text("message", RuleSetVersion.MAX_MESSAGE_LENGTH);
        String parent = fields.text("parent", MAX_REVISION_LENGTH);
        boolean activate = fields.flag("activate").orElse(true);
        return new Body(files(root, fields), message, parent, activate);
    }

    /// Files alone.
    static RuleSetFiles files(ApiCall call) {
        JsonNode root = JsonBody.parse(call.body(), JsonBody.MAX_FILES_SIZE);
        return files(root, JsonFields.of(root));
    }

    private static RuleSetFiles files(JsonNode root, JsonFields fields) {
        if (!fields.has("files")) {
            fields.missing("files", "");
        } else if (!root.path("files").isObject()) {
            fields.fault("files", "wrong-type", "this has to be an object: text by file name");
        }
        Map<String, String> texts = new TreeMap<>();
        root.path("files")
                .properties()
                .forEach(file -> {
                    if (file.getValue().isTextual()) {
                        texts.put(file.getKey(), file.getValue().textValue());
                    } else {
                        fields.fault("files", "wrong-type", "every file has to be a text");
                    }
                });
        fields.end();
        return telling(() -> RuleSetFiles.of(texts));
    }

    /// Does something with a rule set, and tells all of its faults in one answer.
    public static <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidRuleSetException faults) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.FAULTY_RULES,
                            counted(faults.all().size(), "fault") + "; nothing was changed",
                            told(faults.all())));
        }
    }

    /// Faults of rule files as callers get them.
    static List<FieldError> told(List<io.verigate.policy.Diagnostic> faults) {
        return faults.stream()
                .map(fault ->
                        FieldError.inFile(
                                fault.file(),
                                fault.line(),
                                fault.column(),
                                ProblemKind.FAULTY_RULES.wireName(),
                                fault.message()))
                .toList();
    }

    /// What others changed meanwhile: one line for each file of each change, newest first.
    ///
    /// @param yours what became of what the caller wanted
    public static ProblemException changed(ChangeResult.Conflict behind, String yours) {
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
                        "`%s` decides now: take it, make your change in it and name it as `parent`; %s"
                                .formatted(behind.active(), yours),
                        changes));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
