package io.verigate.assessment;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.ListEntry;
import io.verigate.policy.Policies;
import io.verigate.signal.Domains;
import io.verigate.signal.FamiliarDomains;
import io.verigate.signal.NetworkList;
import io.verigate.signal.NumberingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Validates the policy lists that the service itself reads, so that an error is reported at its entry.
public final class ListCheck {
    private static final Map<String, Consumer<List<String>>> READERS =
            new TreeMap<>(
                    Map.of(
                            "ownDomains", Domains::of,
                            "disposableDomains", Domains::of,
                            "familiarDomains", known -> FamiliarDomains.of(known, List.of()),
                            "domainEndings", endings -> FamiliarDomains.of(List.of(), endings),
                            "linePrefixes", NumberingPlan::new,
                            "hostingNetworks", NetworkList::of,
                            "anonymisingNetworks", NetworkList::of));

    private ListCheck() {}

    /// The errors in the lists; empty when there are none.
    public static List<Diagnostic> of(Policies policies) {
        List<Diagnostic> errors = new ArrayList<>();
        READERS.forEach((name, reader) -> check(policies.entries(name), reader, errors));
        return errors;
    }

    /// Rejects invalid lists.
    ///
    /// @throws InvalidRuleSetException with the position of every invalid entry
    public static void check(Policies policies) {
        List<Diagnostic> errors = of(policies);
        if (!errors.isEmpty()) {
            throw new InvalidRuleSetException(errors);
        }
    }

    private static void check(
            List<ListEntry> entries, Consumer<List<String>> reader, List<Diagnostic> errors) {
        int before = errors.size();
        for (ListEntry entry : entries) {
            error(reader, List.of(entry.text())).map(entry.place()::fault).ifPresent(errors::add);
        }
        if (errors.size() == before) {
            // Entries that contradict each other: the message begins with one of them.
            error(reader, entries.stream().map(ListEntry::text).toList())
                    .ifPresent(why ->
                            entries.stream()
                                    .filter(entry -> why.startsWith("`" + entry.text() + "`"))
                                    .findFirst()
                                    .map(entry -> entry.place().fault(why))
                                    .ifPresent(errors::add));
        }
    }

    private static Optional<String> error(Consumer<List<String>> reader, List<String> texts) {
        try {
            reader.accept(texts);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
