package io.verigate.ruleset;

import io.verigate.decision.Availability;
import io.verigate.decision.Channel;
import io.verigate.policy.RuleSetFiles;
import io.verigate.policy.TableEdit;
import io.verigate.ruleset.ChangeResult.Conflict;
import io.verigate.ruleset.RuleSetService.Draft;
import io.verigate.ruleset.RuleSetService.PublishResult;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Changes which channels serve which regions: one row of the rules that decide, published and activated like any other
/// change of theirs, so that it is checked, stored with its author, and rolled back the same way. Thread-safe.
@Singleton
public final class RegionAvailabilityService {
    // Others who change rules at the same time are waited for this often.
    private static final int ATTEMPTS = 3;

    private final RuleSetRepository store;
    private final RuleSetService publishing;
    private final RuleSetService.ActivationPolicy terms;

    RegionAvailabilityService(
            RuleSetRepository store,
            RuleSetService publishing,
            RuleSetService.ActivationPolicy terms) {
        this.store = store;
        this.publishing = publishing;
        this.terms = terms;
    }

    /// One channel in one region.
    public record Place(String region, Channel channel) {
        Map<String, String> key() {
            return Map.of(RegionTable.REGION, region, RegionTable.CHANNEL, channel.wireName());
        }

        @Override
        public String toString() {
            return region + " by " + channel.wireName();
        }
    }

    /// Result of a change.
    public sealed interface Outcome {
        /// It was published.
        ///
        /// @param activation whether it decides
        record Changed(RuleSetVersion version, ChangeResult activation) implements Outcome {}

        /// The rules that decide say so already.
        record Unchanged(RuleSetVersion version) implements Outcome {}

        /// Others kept changing the rules meanwhile.
        record Late(Conflict conflict) implements Outcome {}

        /// The folder of the nodes decides; it is changed there.
        record OfTheFolder() implements Outcome {}

        /// The table has no row for this channel in this region.
        record NoRow() implements Outcome {}

        /// The rules that decide have no such table with rows.
        record NoTable() implements Outcome {}
    }

    /// Sets how a channel serves a region from now on.
    ///
    /// @param until when that ends, and what was set without an end holds again; null without an end
    /// @throws io.verigate.policy.InvalidRuleSetException when the changed rules are invalid; nothing was changed then
    public Outcome put(
            Place place,
            Availability availability,
            String reason,
            @Nullable Instant until,
            String by) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(RegionTable.AVAILABILITY, availability.wireName());
        cells.put(RegionTable.REASON, reason);
        String message =
                "%s is %s%s%s"
                        .formatted(
                                place,
                                availability.wireName(),
                                until == null ? "" : " until " + until,
                                reason.isEmpty() ? "" : ": " + reason);
        return change(by, message, table -> Optional.of(table.put(place.key(), cells, until)));
    }

    /// Takes back what was set last.
    ///
    /// @throws io.verigate.policy.InvalidRuleSetException when the changed rules are invalid; nothing was changed then
    public Outcome remove(Place place, String by) {
        return change(by, "remove %s".formatted(place), table -> table.remove(place.key()));
    }

    private Outcome change(String by, String message, Function<TableEdit, Optional<String>> edit) {
        if (terms.byFolder()) {
            return new Outcome.OfTheFolder();
        }
        for (int attempt = 1; ; attempt++) {
            String active = store.current().map(Rollout::active).orElseThrow();
            RuleSetFiles files = store.find(active).orElseThrow();
            Optional<Table> table = table(files);
            if (table.isEmpty()) {
                return new Outcome.NoTable();
            }
            Optional<String> text = edit.apply(table.get().edit());
            if (text.isEmpty()) {
                return new Outcome.NoRow();
            }
            RuleSetFiles changed = table.get().with(text.get());
            if (changed.equals(files)) {
                return new Outcome.Unchanged(store.version(active).orElseThrow());
            }
            switch (publishing.publish(new Draft(changed, active, by, message))) {
                case PublishResult.Stored(var version) -> {
                    return new Outcome.Changed(
                            version, publishing.activate(version.revision(), active, by));
                }
                case PublishResult.Outdated(var behind) -> {
                    if (attempt == ATTEMPTS) {
                        return new Outcome.Late(behind);
                    }
                }
            }
        }
    }

    /// The table in its file.
    private record Table(RuleSetFiles files, String file, TableEdit edit) {
        RuleSetFiles with(String text) {
            Map<String, String> all = files.all();
            all.put(file, text);
            return RuleSetFiles.of(all);
        }
    }

    private static Optional<Table> table(RuleSetFiles files) {
        return files.policies().entrySet().stream()
                .flatMap(file ->
                        TableEdit.of(file.getKey(), RegionTable.TABLE, file.getValue()).stream()
                                .map(edit -> new Table(files, file.getKey(), edit)))
                .findFirst();
    }
}
