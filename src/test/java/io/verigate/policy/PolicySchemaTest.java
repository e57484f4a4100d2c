package io.verigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Channel;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The schemas that editors read say the same as the reader of policies.
final class PolicySchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("policies");

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void everyShippedFileNamesItsSchemaAndFitsIt(Path file) throws IOException {
        String schema = schemaOf(file.toString());
        String text = Files.readString(file);

        assertThat(text).startsWith("# yaml-language-server: $schema=" + schema + "\n");
        assertThat(faults(schema, text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    values: { a: [1] }
                    values: { Aa: 1 }
                    counters: { a: { event: code-requests, per: account, within: 1h } }
                    counters: { a: { event: code-request, per: accounts, within: 1h } }
                    counters: { a: { event: code-request, per: account, within: 1 hour } }
                    counters: { a: { event: code-request, per: account } }
                    counters: { a: { event: code-request, per: account, within: 1h, each: x } }
                    gaps: { a: { event: code-sent } }
                    ladders: { a: { by: requests, steps: [soon] } }
                    ladders: { a: { steps: [1m] } }
                    scores: { a: { newDevice: many } }
                    scores: { a: { newDevice: { points: 5 } } }
                    tables: { a: { keys: [channel], rows: [] } }
                    tables: { a: { keys: [channel], columns: { 'x y': {} }, rows: [] } }
                    behaviours: { S40: { name: mine } }
                    behaviours: { s40: { name: mine, means: x } }
                    behaviours: { S40: { name: My Own, means: x } }
                    behaviours: { S40: { name: mine, means: x, rules: y } }
                    counter: { }
                    """)
    void whatTheReaderRefusesTheSchemaRefusesToo(String text) throws IOException {
        List<Diagnostic> faults = new ArrayList<>();
        Policies.vocabulary(Map.of("policies/a.yaml", text), faults);

        assertThat(faults).as("the reader").isNotEmpty();
        assertThat(faults("policy.schema.json", text)).as("the schema").isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cases: [ { name: x } ]
                    cases: [ { name: x, expect: { verdict: maybe, rules: [] } } ]
                    cases: [ { name: x, expect: { verdict: allow } } ]
                    cases: [ { name: x, expect: { verdict: allow, rules: [], colour: red } } ]
                    cases: [ { name: x, fact: { newDevice: true }, expect: { verdict: allow, rules: [] } } ]
                    timelines: [ { name: x } ]
                    timelines: [ { name: x, steps: [ { account: a, after: soon } ] } ]
                    timelines: [ { name: x, steps: [ { account: a, interaction: sign-inn } ] } ]
                    timelines: [ { name: x, steps: [ { account: a, event: sign-in-failed, expect: { verdicts: allow } } ] } ]
                    """)
    void casesThatCannotBeReadAreRefused(String text) throws IOException {
        assertThat(faults("cases.schema.json", text)).isNotEmpty();
    }

    @Test
    void listsTheSameWordsAsTheService() throws IOException {
        JsonNode policy = JSON.readTree(Files.readString(FOLDER.resolve("policy.schema.json")));
        JsonNode cases = JSON.readTree(Files.readString(FOLDER.resolve("cases.schema.json")));

        assertThat(words(policy, "/$defs/event/enum")).isEqualTo(WireEnum.all(ActivityEvent.class));
        assertThat(words(policy, "/$defs/subject/enum")).isEqualTo(WireEnum.all(SubjectKind.class));
        assertThat(words(cases, "/$defs/decision/properties/verdict/enum"))
                .isEqualTo(WireEnum.all(Verdict.class));
        assertThat(words(cases, "/$defs/decision/properties/scope/enum"))
                .isEqualTo(WireEnum.all(Scope.class));
        assertThat(words(cases, "/$defs/method/properties/channel/enum"))
                .isEqualTo(WireEnum.all(Channel.class));
        assertThat(cases.at("/$defs/decision/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(ExpectationReader.OF_A_DECISION);
    }

    private static List<String> words(JsonNode schema, String pointer) {
        List<String> words = new ArrayList<>();
        schema.at(pointer).forEach(word -> words.add(word.asText()));
        return words;
    }

    private static String schemaOf(String file) {
        return file.endsWith(".cases.yaml") ? "cases.schema.json" : "policy.schema.json";
    }

    private static List<Error> faults(String schema, String yaml) throws IOException {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema(schema)
                .validate(JSON.<JsonNode>valueToTree(new TreeMap<>((Map<?, ?>) loaded)));
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve(name)));
    }
}
