package io.verigate.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a bench is told: `./mvnw -f bench/pom.xml -Dbench=… -Doptions="seconds=5 rounds=3"`.
final class Options {
    private final Map<String, String> given = new HashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private Options() {}

    static Options given() {
        Options options = new Options();
        for (String option : System.getProperty("options", "").strip().split("\\s+")) {
            String[] parts = option.split("=", 2);
            if (parts.length == 2) {
                options.given.put(parts[0], parts[1]);
            } else if (!option.isEmpty()) {
                throw new IllegalArgumentException(
                        "the option `%s` has no value: write `name=value`".formatted(option));
            }
        }
        return options;
    }

    String text(String name, String otherwise) {
        asked.add(name);
        return given.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /// Numbers with commas between.
    List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(",")).map(Integer::valueOf).toList();
    }

    /// Names with commas between.
    List<String> names(String name, String otherwise) {
        return List.of(text(name, otherwise).split(","));
    }

    /// To be called when everything was asked for: a misspelt option must not measure something else.
    void end() {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown options %s: this bench has %s".formatted(unknown, asked));
        }
    }
}
