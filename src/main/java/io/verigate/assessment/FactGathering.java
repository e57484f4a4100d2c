package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.Pattern;
import io.verigate.activity.Block;
import io.verigate.decision.BlockFacts;
import io.verigate.decision.EventReport;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.Interaction;
import io.verigate.decision.KnownFact;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.policy.Policies;
import io.verigate.signal.Countries;
import java.time.Instant;
import java.util.Optional;

/// Gathers the facts of one interaction.
record FactGathering(
        Policies policies,
        Interaction interaction,
        Optional<Account> account,
        BlockUpdater blocks,
        Instant now) {
    /// The facts for one method.
    Facts gather(ResolvedMethod method, CountedActivity activity) {
        FactsBuilder facts = policies.schema().builder();
        request(facts);
        account.ifPresent(known -> account(facts, known));
        account.ifPresent(known -> new InfoFacts(known, now).applyTo(facts, interaction, method));
        account.map(Account::pattern)
                .filter(pattern -> !pattern.isEmpty())
                .ifPresent(pattern -> pattern(facts, pattern, method));
        method(facts, method);
        method.signals().applyTo(facts);
        interaction.signals().applyTo(facts);
        for (Scope scope : Scope.values()) {
            blocks.active(scope).ifPresent(block -> block(facts, block, method.subjects()));
        }
        policies.derive(facts, activity, now);
        return facts.build();
    }

    private void request(FactsBuilder facts) {
        facts.set(KnownFact.INTERACTION, interaction.kind().wireName());
        facts.set(KnownFact.ASKS_FOR_CODE, interaction.asksForCode());
        facts.set(KnownFact.NOW, now);
        if (interaction.symptom() != null) {
            facts.set(KnownFact.SYMPTOM, interaction.symptom().wireName());
        }
        EventReport report = interaction.reported();
        if (report != null) {
            facts.set(KnownFact.EVENT, report.event().wireName());
            if (report.event() == ReportedEvent.TERMS_VIOLATION) {
                facts.set(KnownFact.SEVERITY, report.severity().wireName());
            }
            report.facts().forEach(facts::set);
        }
    }

    private void account(FactsBuilder facts, Account known) {
        facts.set(KnownFact.ACCOUNT_KNOWN, true);
        facts.set(KnownFact.ACCOUNT_KIND, known.kind().wireName());
        facts.set(KnownFact.ACCOUNT_STANDING, known.standing().wireName());
        facts.set(KnownFact.ACCOUNT_AGE, FactType.elapsed(known.firstSeen(), now));
    }

    private void pattern(FactsBuilder facts, Pattern pattern, ResolvedMethod method) {
        String device = UsagePatternLearner.name(method.subjects().find(SubjectKind.DEVICE));
        String network = UsagePatternLearner.name(method.subjects().find(SubjectKind.NETWORK));
        String country = method.country();
        boolean knownDevice = pattern.devices().containsKey(device);
        boolean knownNetwork = pattern.networks().containsKey(network);
        boolean familiar = knownDevice || knownNetwork;
        facts.set(KnownFact.FAMILIAR_SOURCE, familiar);
        facts.set(KnownFact.FROM_OWNER, familiar && method.working().isPresent());
        facts.set(KnownFact.NEW_DEVICE, !device.isEmpty() && !knownDevice);
        facts.set(KnownFact.NEW_NETWORK, !network.isEmpty() && !knownNetwork);
        if (!country.isEmpty()) {
            facts.set(
                    KnownFact.NEW_COUNTRY,
                    !pattern.countries().isEmpty() && !pattern.countries().containsKey(country));
            pattern.lastOtherCountry(country)
                    .ifPresent(last ->
                            facts.set(KnownFact.SINCE_OTHER_COUNTRY, FactType.elapsed(last, now)));
            facts.set(KnownFact.TRAVEL_SPEED, speed(pattern, country));
        }
    }

    /// The highest speed that travelling from one of its other countries would have required.
    private long speed(Pattern pattern, String country) {
        return pattern.countries().entrySet().stream()
                .mapToLong(seen ->
                        Countries.SHIPPED.speed(
                                seen.getKey(), country, FactType.elapsed(seen.getValue(), now)))
                .max()
                .orElse(0);
    }

    private static void method(FactsBuilder facts, ResolvedMethod method) {
        if (method.channel() != null) {
            facts.set(KnownFact.CHANNEL, method.channel().wireName());
        }
        if (method.info() != null) {
            facts.set(KnownFact.ENROLLED, true);
            facts.set(KnownFact.METHOD_STATE, method.info().state().wireName());
            facts.set(KnownFact.METHOD_HELD, method.info().isHeld());
        }
    }

    private static void block(FactsBuilder facts, Block block, Subjects subjects) {
        BlockFacts names = BlockFacts.of(block.scope());
        facts.set(names.blocked(), true);
        facts.set(names.permanent(), block.until() == null);
        facts.set(names.since(), block.since());
        facts.set(names.until(), block.end().orElse(FactType.FOREVER));
        facts.set(
                names.sameSource(),
                block.causedBy(
                        subjects.orNull(SubjectKind.SOURCE), subjects.orNull(SubjectKind.DEVICE)));
        facts.set(names.reason(), block.reason());
    }
}
