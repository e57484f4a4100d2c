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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Gathers what is known of one interaction into facts.
final class FactGathering {
    private final Policies policies;
    private final Interaction interaction;
    private final Optional<Account> account;
    private final BlockUpdater blocks;
    private final Instant now;

    FactGathering(
            Policies policies,
            Interaction interaction,
            Optional<Account> account,
            BlockUpdater blocks,
            Instant now) {
        this.policies = policies;
        this.interaction = interaction;
        this.account = account;
        this.blocks = blocks;
        this.now = now;
    }

    /// The facts for a code that would travel like this.
    Facts gather(ResolvedMethod reached, CountedActivity activity) {
        FactsBuilder facts = policies.schema().builder();
        request(facts);
        account.ifPresent(known -> account(facts, known));
        account.ifPresent(known -> new InfoFacts(known, now).applyTo(facts, interaction, reached));
        account.ifPresent(known -> new PromptFacts(known, now).applyTo(facts));
        account.map(Account::pattern)
                .filter(pattern -> !pattern.isEmpty())
                .ifPresent(pattern -> pattern(facts, pattern, reached));
        method(facts, reached);
        reached.signals().applyTo(facts);
        interaction.signals().applyTo(facts);
        for (Scope scope : Scope.values()) {
            blocks.holding(scope).ifPresent(block -> block(facts, block, reached.subjects()));
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
        facts.set(KnownFact.ACCOUNT_AGE, since(known.firstSeen()));
    }

    private void pattern(FactsBuilder facts, Pattern pattern, ResolvedMethod reached) {
        String device = UsagePatternLearner.name(reached.subjects().find(SubjectKind.DEVICE));
        String network = UsagePatternLearner.name(reached.subjects().find(SubjectKind.NETWORK));
        String country = reached.country();
        boolean knownDevice = pattern.devices().containsKey(device);
        boolean knownNetwork = pattern.networks().containsKey(network);
        boolean familiar = knownDevice || knownNetwork;
        facts.set(KnownFact.FAMILIAR_SOURCE, familiar);
        facts.set(KnownFact.FROM_OWNER, familiar && reached.working().isPresent());
        facts.set(KnownFact.NEW_DEVICE, !device.isEmpty() && !knownDevice);
        facts.set(KnownFact.NEW_NETWORK, !network.isEmpty() && !knownNetwork);
        if (!country.isEmpty()) {
            facts.set(
                    KnownFact.NEW_COUNTRY,
                    !pattern.countries().isEmpty() && !pattern.countries().containsKey(country));
            pattern.lastOtherCountry(country)
                    .ifPresent(last -> facts.set(KnownFact.SINCE_OTHER_COUNTRY, since(last)));
            facts.set(KnownFact.TRAVEL_SPEED, speed(pattern, country));
        }
    }

    /// The fastest that it would have had to travel from any country that it succeeded from.
    private long speed(Pattern pattern, String country) {
        return pattern.countries().entrySet().stream()
                .mapToLong(seen ->
                        Countries.SHIPPED.speed(seen.getKey(), country, since(seen.getValue())))
                .max()
                .orElse(0);
    }

    private static void method(FactsBuilder facts, ResolvedMethod reached) {
        if (reached.channel() != null) {
            facts.set(KnownFact.CHANNEL, reached.channel().wireName());
        }
        if (reached.info() != null) {
            facts.set(KnownFact.ENROLLED, true);
            facts.set(KnownFact.METHOD_STATE, reached.info().state().wireName());
            facts.set(KnownFact.METHOD_HELD, reached.info().isHeld());
        }
    }

    private static void block(FactsBuilder facts, Block block, Subjects subjects) {
        BlockFacts places = BlockFacts.of(block.scope());
        facts.set(places.blocked(), true);
        facts.set(places.permanent(), block.until() == null);
        facts.set(places.since(), block.since());
        facts.set(places.until(), block.end().orElse(FactType.FOREVER));
        facts.set(
                places.sameSource(),
                block.causedBy(
                        subjects.orNull(SubjectKind.SOURCE), subjects.orNull(SubjectKind.DEVICE)));
        facts.set(places.reason(), block.reason());
    }

    private Duration since(Instant past) {
        return past.isAfter(now) ? Duration.ZERO : Duration.between(past, now);
    }
}
