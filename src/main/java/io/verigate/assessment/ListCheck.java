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

/// Checks the lists of policies that the service reads itself, so that what is wrong with an entry has its place.
public final class ListCheck {
    private static final Map<String, Consumer<List<String>>> READ =
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

    /// What is wrong with them; empty when nothing is.
    public static List<Diagnostic> of(Policies policies) {
        List<Diagnostic> faults = new ArrayList<>();
        READ.forEach((name, read) -> check(policies.entries(name), read, faults));
        return faults;
    }

    /// Goes on when nothing is wrong with them.
    ///
    /// @throws Faults with the place of every entry that cannot be read
    public static void check(Policies policies) {
        List<Diagnostic> faults = of(policies);
        if (!faults.isEmpty()) {
            throw new InvalidRuleSetException(faults);
        }
    }

    private static void check(
            List<ListEntry> entries, Consumer<List<String>> read, List<Diagnostic> faults) {
        int before = faults.size();
        for (ListEntry entry : entries) {
            wrong(read, List.of(entry.text())).map(entry.place()::fault).ifPresent(faults::add);
        }
        if (faults.size() == before) {
            // Entries that do not go together: the message begins with one of them.
            wrong(read, entries.stream().map(ListEntry::text).toList())
                    .ifPresent(why ->
                            entries.stream()
                                    .filter(entry -> why.startsWith("`" + entry.text() + "`"))
                                    .findFirst()
                                    .map(entry -> entry.place().fault(why))
                                    .ifPresent(faults::add));
        }
    }

    private static Optional<String> wrong(Consumer<List<String>> read, List<String> texts) {
        try {
            read.accept(texts);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
