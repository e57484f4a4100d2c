package io.verigate.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/// The policy `request-volume` as a decision table (DMN 1.3) in Camunda's engine: a row a rule, all
/// hits collected.
final class WithDmn {
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table;

    WithDmn() {
        StringBuilder rows = new StringBuilder();
        for (VolumeRule rule : VolumeRule.all()) {
            rows.append(
                    """
                    <rule id="%s"><inputEntry id="%s-in"><text>%s</text></inputEntry>\
                    <outputEntry id="%s-out"><text>"%s"</text></outputEntry></rule>
                    """
                            .formatted(
                                    rule.id(),
                                    rule.id(),
                                    rule.feel().replace("<", "&lt;").replace(">", "&gt;"),
                                    rule.id(),
                                    rule.id()));
        }
        String text =
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="volume">
                <decision id="volume" name="volume"><decisionTable id="t" hitPolicy="COLLECT">
                <input id="in"><inputExpression id="e" typeRef="boolean"><text>true</text></inputExpression></input>
                <output id="out" name="rule" typeRef="string"/>
                %s</decisionTable></decision></definitions>
                """
                        .formatted(rows);
        table =
                engine.parseDecision(
                        "volume", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Ids of the rows that were hit.
    ///
    /// @param request by the names of its parts
    List<String> fired(Map<String, Object> request) {
        return engine.evaluateDecisionTable(table, request).collectEntries("rule");
    }
}
