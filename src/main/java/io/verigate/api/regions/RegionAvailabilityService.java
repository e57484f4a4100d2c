package io.verigate.api.regions;

import io.micronaut.http.HttpStatus;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.rulesets.RolloutCalls;
import io.verigate.api.rulesets.RuleSetDrafts;
import io.verigate.decision.Availability;
import io.verigate.decision.Channel;
import io.verigate.policy.RuleSetFiles;
import io.verigate.policy.TableEdit;
import io.verigate.ruleset.Rollout;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetService.Draft;
import io.verigate.ruleset.RuleSetService.Published;
import io.verigate.ruleset.RuleSetService;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Changes which channels serve which regions: one row of the rules that decide, published and made to decide like any
/// other change of theirs, so that it is checked, kept with its author, and taken back the same way. Thread-safe.
@Singleton
final class RegionAvailabilityService {
    // Others who change rules at the same time are waited for this often.
    private static final int ATTEMPTS = 3;

    private final RuleSetRepository store;
    private final RuleSetService publishing;
    private final RuleSetService.Terms terms;
    private final RolloutCalls rollouts;

    RegionAvailabilityService(
            RuleSetRepository store,
            RuleSetService publishing,
            RuleSetService.Terms terms,
            RolloutCalls rollouts) {
        this.store = store;
        this.publishing = publishing;
        this.terms = terms;
        this.rollouts = rollouts;
    }

    /// One channel in one region.
    record Place(String region, Channel channel) {
        Map<String, String> key() {
            return Map.of(RegionTable.REGION, region, RegionTable.CHANNEL, channel.wireName());
        }

        @Override
        public String toString() {
            return region + " by " + channel.wireName();
        }
    }

    /// Tells how a channel serves a region from now on.
    ///
    /// @param until when that ends, and what was told without an end holds again; null without an end
    PreparedResponse put(
            ApiCall call,
            Place place,
            Availability availability,
            String reason,
            @Nullable Instant until) {
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
        return change(call, message, table -> Optional.of(table.put(place.key(), cells, until)));
    }

    /// Takes back what was told last.
    PreparedResponse remove(ApiCall call, Place place) {
        return change(
                call, "%s is told no more".formatted(place), table -> table.remove(place.key()));
    }

    private PreparedResponse change(
            ApiCall call, String message, Function<TableEdit, Optional<String>> edit) {
        if (terms.byFolder()) {
            throw ProblemException.of(
                    ProblemKind.RULES_OF_FOLDER,
                    "change the table `regions` in the folder of policies, or set `verigate.rules.source: database`;"
                            + " nothing was changed");
        }
        String by = call.caller().name();
        for (int attempt = 1; ; attempt++) {
            String active = store.current().map(Rollout::active).orElseThrow();
            RuleSetFiles files = store.find(active).orElseThrow();
            RuleSetFiles changed = RuleSetDrafts.telling(() -> edited(files, edit));
            if (changed.equals(files)) {
                return rollouts.decides(store.version(active).orElseThrow());
            }
            Draft draft = new Draft(changed, active, by, message);
            switch (RuleSetDrafts.telling(() -> publishing.publish(draft))) {
                case Published.Kept(var version) -> {
                    return rollouts.begin(version, active, by, HttpStatus.OK);
                }
                case Published.Late(var behind) -> {
                    if (attempt == ATTEMPTS) {
                        throw RuleSetDrafts.changed(behind, RuleSetDrafts.NOTHING_CHANGED);
                    }
                }
            }
        }
    }

    private static RuleSetFiles edited(
            RuleSetFiles files, Function<TableEdit, Optional<String>> edit) {
        for (Map.Entry<String, String> file : files.policies().entrySet()) {
            Optional<TableEdit> table =
                    TableEdit.of(file.getKey(), RegionTable.TABLE, file.getValue());
            if (table.isPresent()) {
                Map<String, String> all = files.all();
                all.put(
                        file.getKey(),
                        edit.apply(table.get())
                                .orElseThrow(() ->
                                        ProblemException.of(
                                                ProblemKind.NOT_FOUND,
                                                "nothing is told of this channel in this region")));
                return RuleSetFiles.of(all);
            }
        }
        throw ProblemException.of(
                ProblemKind.CONFLICT, "the rules that decide have no table `regions` with rows");
    }
}
