package io.verigate.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// One line of the table at the end: what was measured, and how many times the cost of the baseline that is.
///
/// @param group lines with the same group have one baseline
/// @param baseline whether this is it
/// @param nanos for one evaluation: the median of all of them where each is timed, else of the iterations
/// @param bytes allocated by one evaluation; negative when not known
record Line(String group, String what, boolean baseline, double nanos, double bytes) {
    private static final Map<String, String> BASELINES =
            Map.of("shipped", "shippedByHand", "onePolicy", "onePolicyByHand", "many", "30 rules");

    /// What JMH measured.
    static List<Line> of(Collection<RunResult> results) {
        List<Line> lines = new ArrayList<>();
        for (RunResult result : results) {
            Map<String, String> with =
                    result.getParams().getParamsKeys().stream()
                            .collect(Collectors.toMap(key -> key, result.getParams()::getParam));
            String label = result.getPrimaryResult().getLabel();
            boolean many = with.containsKey("rules");
            String what = many ? with.get("rules") + " rules" : label;
            String group =
                    (many ? "many" : label.startsWith("shipped") ? "shipped" : "onePolicy")
                            + ", "
                            + with.get(many ? "compared" : "asked");
            lines.add(
                    line(
                            group,
                            what,
                            result.getPrimaryResult().getStatistics().getPercentile(50),
                            result.getSecondaryResults().entrySet().stream()
                                    .filter(one -> one.getKey().endsWith("gc.alloc.rate.norm"))
                                    .map(Map.Entry::getValue)
                                    .mapToDouble(Result::getScore)
                                    .findFirst()
                                    .orElse(-1)));
        }
        return lines;
    }

    /// A line with the baseline of its group.
    static Line line(String group, String what, double nanos, double bytes) {
        String kind = group.substring(0, group.indexOf(','));
        return new Line(group, what, what.equals(BASELINES.get(kind)), nanos, bytes);
    }

    /// All lines, group by group.
    static String table(List<Line> lines) {
        StringBuilder table = new StringBuilder();
        Map<String, List<Line>> groups = new TreeMap<>();
        lines.forEach(
                line -> groups.computeIfAbsent(line.group, group -> new ArrayList<>()).add(line));
        groups.forEach((group, of) -> {
            table.append("%n%-40s %12s %10s %10s%n".formatted(group, "ns", "bytes", "ratio"));
            double one =
                    of.stream()
                            .filter(Line::baseline)
                            .mapToDouble(Line::nanos)
                            .findFirst()
                            .orElse(Double.NaN);
            for (Line line : of) {
                table.append(
                        "  %-38s %,12.0f %10s %10.2f%n"
                                .formatted(
                                        line.what,
                                        line.nanos,
                                        line.bytes < 0 ? "-" : "%,.0f".formatted(line.bytes),
                                        line.nanos / one));
            }
        });
        return table.toString();
    }
}
