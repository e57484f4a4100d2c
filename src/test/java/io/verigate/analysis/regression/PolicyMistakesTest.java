package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.RuleSetFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Mistakes in the shipped policies that nothing but a fault would ever show: what is misspelt is simply never met.
final class PolicyMistakesTest {
    private static final RuleSetFiles SHIPPED =
            RuleSetFiles.read(Path.of("rules"), Path.of("policies"));

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    policies/sms-availability.yaml | AC, channel: [sms, voice] | AC, channel: [smss, voice] | policies/sms-availability.yaml:34:38: 'channel' is never 'smss', did you mean 'sms'?
                    policies/sms-availability.yaml | phoneRegion: IS | phoneRegion: Is | policies/sms-availability.yaml:143:24: 'phoneRegion' is never 'Is': it must be an ISO 3166-1 code
                    policies/sms-availability.yaml | otherwise: unavailable } | otherwise: unavailible } | policies/sms-availability.yaml:31:90: 'unavailible' is not allowed. Allowed: available
                    policies/sms-availability.yaml | keys: [phoneRegion, channel] | keys: [] | policies/sms-availability.yaml:29:11: a table requires at least one key
                    policies/prices.yaml | keys: [phoneRegion, channel] | keys: [phoneRegion, channel, messagePrice] | policies/prices.yaml:11:5: the key 'messagePrice' is a column of the same table
                    rules/sms-availability.drl | lineType == "voip" | phoneRegion == "UK" | rules/sms-availability.drl:65:40: 'phoneRegion' is never 'UK': it must be an ISO 3166-1 code
                    policies/signals.yaml | hostingNetworks: [] | hostingNetworks: [AS1, 300.1.2.3/8] | policies/signals.yaml:55:26: '300.1.2.3/8' is not a network
                    policies/signals.yaml | linePrefixes: [] | linePrefixes: [banana] | policies/signals.yaml:53:18: 'banana' is not a prefix with a line type
                    policies/signals.yaml | linePrefixes: [] | linePrefixes: ["+44 voip", "+44 mobile"] | policies/signals.yaml:53:30: '+44 mobile' is listed as 'voip', too
                    policies/signals.yaml | - yopmail.com | - http://x.com/ | policies/signals.yaml:16:7: 'http://x.com/' is not a domain
                    policies/signals.yaml | ownDomains: [] | ownDomains: [x..com] | policies/signals.yaml:7:16: 'x..com' is not a domain
                    policies/prices.yaml | "0.01" | "0,05" | policies/prices.yaml:15:66: '0,05' must be a price such as
                    policies/prices.yaml | "0.01" | "0.00000001" | policies/prices.yaml:15:66: '0.00000001' must be a price such as
                    policies/prices.yaml | [EUR] | [Euro, USD] | policies/prices.yaml:7:18: must be exactly one ISO 4217 currency code
                    policies/wait-times.yaml | steps: [30s, 60s, 2m, 5m, 10m] | steps: [] | policies/wait-times.yaml:29:50: a ladder requires at least one step
                    policies/request-volume.yaml | destinationWaitLimit: 5 | destinationWaitLimit: -5 | 'destinationWaitLimit' in policies/request-volume.yaml:6 is a text, not a count
                    policies/request-volume.yaml | destinationWaitLimit: 5 | destinationWaitLimit: 1,000 | 'destinationWaitLimit' in policies/request-volume.yaml:6 is a text, not a count
                    policies/wait-times.yaml | quickRepeat: 1s | quickRepeat: PT5M | 'quickRepeat' in policies/wait-times.yaml:9 is a text, not a duration
                    policies/wait-times.yaml | quickRepeatWait: 60s | quickRepeatWait: 60 | is a count but must be a duration: 'quickRepeatWait' in policies/wait-times.yaml:10 is a count, not a duration
                    """)
    void isToldWhereItStands(String file, String before, String after, String told) {
        assertThat(told(change(file, before, after))).contains(told);
    }

    @Test
    void isToldInAListThatRulesRead() {
        RuleSetFiles files =
                change(
                        "rules/sms-availability.drl",
                        "lineType == \"voip\"",
                        "lineType memberOf badLines, asn memberOf badSystems");
        Map<String, String> all = files.all();
        all.put(
                "policies/bad.yaml",
                """
                policy: bad
                lists:
                  badLines: [viop, mobile]
                  badSystems: [64500, "0064501", AS64502]
                """);

        assertThat(told(RuleSetFiles.of(all)).lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.startsWith(
                                "policies/bad.yaml:3:14: 'lineType' is never 'viop', did you mean 'voip'?"))
                .contains(
                        "policies/bad.yaml:4:23: 'asn' is never '0064501': it is a count",
                        "policies/bad.yaml:4:34: 'asn' is never 'AS64502': it is a count");
    }

    private static String told(RuleSetFiles files) {
        StringBuilder told = new StringBuilder();
        RuleSetCheck.of(files).faults().stream()
                .filter(Diagnostic::isError)
                .forEach(fault -> told.append(fault).append('\n'));
        return told.toString().replace('`', '\'');
    }

    private static RuleSetFiles change(String file, String before, String after) {
        Map<String, String> all = new TreeMap<>(SHIPPED.all());
        assertThat(all.get(file)).as("%s holds it", file).contains(before);
        int at = all.get(file).indexOf(before);
        all.computeIfPresent(
                file,
                (name, text) ->
                        text.substring(0, at) + after + text.substring(at + before.length()));
        return RuleSetFiles.of(all);
    }
}
