package io.verigate.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.http.body.Fields;
import io.verigate.http.body.JsonBody;
import io.verigate.http.problem.Fault;
import io.verigate.http.problem.Problem;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.policy.Faults;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.Outcome;
import io.verigate.ruleset.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Reads rule sets from bodies, and tells what is wrong with them.
final class RuleSetDrafts {
    /// What became of a draft that was not kept.
    static final String NOTHING_CHANGED = "nothing was changed";

    private static final int LONGEST_REVISION = 64;

    private RuleSetDrafts() {}

    /// What a caller wants to publish.
    ///
    /// @param activate whether it should decide at once
    record Body(RuleSetFiles files, String message, String parent, boolean activate) {}

    /// A whole draft.
    static Body draft(Call call) {
        JsonNode root = JsonBody.parse(call.body(), JsonBody.LONGEST_OF_FILES);
        Fields fields = Fields.of(root);
        String message = fields.text("message", Version.LONGEST_MESSAGE);
        String parent = fields.text("parent", LONGEST_REVISION);
        boolean activate = fields.flag("activate").orElse(true);
        return new Body(files(root, fields), message, parent, activate);
    }

    /// Files alone.
    static RuleSetFiles files(Call call) {
        JsonNode root = JsonBody.parse(call.body(), JsonBody.LONGEST_OF_FILES);
        return files(root, Fields.of(root));
    }

    private static RuleSetFiles files(JsonNode root, Fields fields) {
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
    static <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (Faults faults) {
            throw new ProblemException(
                    Problem.of(
                            ProblemKind.FAULTY_RULES,
                            counted(faults.all().size(), "fault") + "; nothing was changed",
                            told(faults.all())));
        }
    }

    /// Faults of rule files as callers get them.
    static List<Fault> told(List<io.verigate.policy.Fault> faults) {
        return faults.stream()
                .map(fault ->
                        Fault.inFile(
                                fault.file(),
                                fault.line(),
                                fault.column(),
                                ProblemKind.FAULTY_RULES.word(),
                                fault.message()))
                .toList();
    }

    /// What others changed meanwhile: one line for each file of each change, newest first.
    ///
    /// @param yours what became of what the caller wanted
    static ProblemException changed(Outcome.Behind behind, String yours) {
        List<Fault> changes = new ArrayList<>();
        for (Outcome.Change change : behind.changes()) {
            String who =
                    "%s activated %s at %s: %s"
                            .formatted(
                                    change.by().isEmpty() ? "the folder" : change.by(),
                                    change.revision(),
                                    change.at(),
                                    change.message());
            change.files().forEach(file -> changes.add(Fault.inFile(file, 0, 0, "changed", who)));
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
