package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.CounterRecord;
import io.verigate.activity.CounterRow;
import io.verigate.assessment.AssessmentContext.Derived;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import io.verigate.decision.Interaction;
import io.verigate.decision.Method;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.journal.ShadowDifference;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import io.verigate.policy.Policies;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One assessment as one durable step: lock whom it counts for, count, gather, evaluate, record, apply.
final class DecisionTransaction<T> implements LedgerTransaction<T> {
    /// Whom a block can hold back.
    private static final Set<SubjectKind> BLOCKED =
            Arrays.stream(Scope.values())
                    .map(Subjects::kind)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(SubjectKind.class)));

    private final AssessmentContext tools;
    private final RuleSetSelection choice;
    private final InstantSource clock;
    private final Interaction interaction;
    private final DecisionConsequence<T> consequence;
    private final Set<SubjectKind> counted;
    private final Set<Key<?, ?>> firstReads;

    // Derived in the thread of the request as far as possible, and once for each address.
    private final Map<Optional<Address>, Derived> derived = new HashMap<>();
    private final Map<Optional<Address>, Derived> derivedOfOthers = new HashMap<>();
    private volatile List<ShadowDifference> differences = List.of();

    DecisionTransaction(
            AssessmentContext tools,
            RuleSetSelection choice,
            InstantSource clock,
            Interaction interaction,
            DecisionConsequence<T> consequence) {
        this.tools = tools;
        this.choice = choice;
        this.clock = clock;
        this.interaction = interaction;
        this.consequence = consequence;
        this.counted = EnumSet.of(SubjectKind.ACCOUNT, SubjectKind.DESTINATION, SubjectKind.SOURCE);
        counted.addAll(choice.subjects());
        this.firstReads = firstReads();
    }

    @Override
    public Set<Key<?, ?>> reads() {
        return firstReads;
    }

    /// The account, and all that is known before it is read: one round to the database does for most.
    private Set<Key<?, ?>> firstReads() {
        Set<Key<?, ?>> places = new HashSet<>(consequence.reads());
        Optional<Address> address = interaction.method().named().map(Method.Named::address);
        name(places, derive(address).subjects());
        places.add(Account.RECORDS.key(interaction.account()));
        return Set.copyOf(places);
    }

    @Override
    public Set<Key<?, ?>> more(TransactionView view) {
        Set<Key<?, ?>> places = new HashSet<>();
        Optional<Account> account = view.get(Account.RECORDS.key(interaction.account()));
        if (interaction.method() instanceof Method.Enrolled) {
            reached(account).ifPresent(reached -> name(places, reached.subjects()));
        }
        // Also what does not work yet: its hold may end before the step runs.
        for (ResolvedMethod other : others(account.map(Account::present))) {
            name(places, other.subjects());
        }
        return places;
    }

    @Override
    public T run(TransactionView view) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Account> account =
                view.get(Account.RECORDS.key(interaction.account())).map(known -> known.at(now));
        ResolvedMethod reached =
                reached(account).orElseThrow(() -> new UnknownSecurityInfo(enrolledId()));
        DecisionPipeline deliberation =
                new DecisionPipeline(choice, interaction, account, reached, view, now);
        AssessmentResult assessed =
                deliberation.decide(
                        this::counterRow,
                        others(account.map(Account::confirmed)),
                        tools.published(),
                        this::bySignalsOf);
        differences = deliberation.differences();
        return consequence.apply(assessed, deliberation);
    }

    /// What would have been decided otherwise; empty before the step was run.
    List<ShadowDifference> differences() {
        return differences;
    }

    /// The same way of a code, with what its address tells by the lists of other policies. It counts for the same.
    private ResolvedMethod bySignalsOf(Policies policies, ResolvedMethod reached) {
        return new ResolvedMethod(
                reached.channel(),
                reached.address(),
                reached.info(),
                tools.derive(policies, interaction, reached.address()).signals(),
                reached.subjects());
    }

    private Map<SubjectKind, CounterRecord> counterRow(Subjects subjects, TransactionView view) {
        Map<SubjectKind, CounterRecord> counterRow = new EnumMap<>(SubjectKind.class);
        for (SubjectKind kind : counted) {
            subjects.find(kind)
                    .ifPresent(key ->
                            counterRow.put(
                                    kind,
                                    view.get(ActivityRecords.counterRow(key))
                                            .orElse(CounterRow.NONE)
                                            .of(key)));
        }
        return counterRow;
    }

    private void name(Set<Key<?, ?>> places, Subjects subjects) {
        subjects.all()
                .forEach((kind, key) -> {
                    // The row of counters tells whether there are blocks to look for.
                    if (counted.contains(kind) || BLOCKED.contains(kind)) {
                        places.add(ActivityRecords.counterRow(key));
                    }
                    if (BLOCKED.contains(kind)) {
                        places.add(ActivityRecords.BLOCKS.key(key));
                    }
                });
    }

    private Optional<ResolvedMethod> reached(Optional<Account> account) {
        return switch (interaction.method()) {
            case Method.None none -> Optional.of(reach(null, null, Optional.empty()));
            case Method.Named named ->
                    Optional.of(
                            reach(
                                    named.channel(),
                                    named.address(),
                                    account.flatMap(known -> known.infoAt(named.address()))));
            case Method.Enrolled enrolled ->
                    account.flatMap(known -> known.info(enrolled.securityInfo()))
                            .filter(DecisionTransaction::isThere)
                            .map(info -> reach(info.channel(), info.address(), Optional.of(info)));
        };
    }

    private List<ResolvedMethod> others(Optional<List<SecurityInfo>> infos) {
        return infos.orElse(List.of()).stream()
                .filter(info -> !isAsked(info))
                .map(info ->
                        reach(
                                info.channel(),
                                info.address(),
                                Optional.of(info),
                                deriveOther(info.destination())))
                .toList();
    }

    private ResolvedMethod reach(
            @Nullable Channel channel, @Nullable Address address, Optional<SecurityInfo> info) {
        return reach(channel, address, info, derive(Optional.ofNullable(address)));
    }

    private static ResolvedMethod reach(
            @Nullable Channel channel,
            @Nullable Address address,
            Optional<SecurityInfo> info,
            Derived known) {
        return new ResolvedMethod(
                channel, address, info.orElse(null), known.signals(), known.subjects());
    }

    private Derived derive(Optional<Address> address) {
        return derived.computeIfAbsent(
                address,
                key -> tools.derive(choice.deciding().policies(), interaction, key.orElse(null)));
    }

    /// What the caller told of the address that was asked for is not true of the others.
    private Derived deriveOther(Optional<Address> address) {
        return derivedOfOthers.computeIfAbsent(
                address,
                key ->
                        tools.derive(
                                choice.deciding().policies(),
                                interaction.with(interaction.signals().ofSource()),
                                key.orElse(null)));
    }

    private boolean isAsked(SecurityInfo info) {
        return switch (interaction.method()) {
            case Method.None none -> false;
            case Method.Named named -> named.address().equals(info.address());
            case Method.Enrolled enrolled -> enrolled.securityInfo().equals(info.id());
        };
    }

    private String enrolledId() {
        return interaction.method() instanceof Method.Enrolled enrolled
                ? enrolled.securityInfo()
                : "";
    }

    private static boolean isThere(SecurityInfo info) {
        return info.state() != InfoState.REMOVED;
    }
}
