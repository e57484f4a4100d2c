package io.verigate.analysis.simulation;

import io.verigate.analysis.InMemoryService;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Source;
import io.verigate.decision.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Requests codes by a pattern, and comes from another address when one is blocked.
final class Attacker implements Actor {
    private static final int COUNTRY = 5;

    /// How many numbers a slow attack has.
    private static final int POOL = 20;

    private final AttackKind attack;
    private final SeededRandom random;
    private final PolicyCost cost;
    private final Instant start;
    private final Person victim;
    private int requests;
    private int address;

    /// @param victim the target of a lockout
    Attacker(
            AttackKind attack, SeededRandom random, PolicyCost cost, Instant start, Person victim) {
        this.attack = attack;
        this.random = random;
        this.cost = cost;
        this.start = start.plus(random.between(Duration.ofHours(1), Duration.ofHours(12)));
        this.victim = victim;
        cost.person();
    }

    @Override
    public Instant begins() {
        return start;
    }

    @Override
    public Optional<Instant> act(InMemoryService service) {
        requests++;
        Client client =
                new Client(account(), source(), Population.in(Population.EXPENSIVE.region()));
        Interaction request = client.send(new Method.Named(Channel.SMS, number()), null);
        Decision decision = service.send(request).decision();
        cost.charge(request, decision);
        if (decision.verdict() == Verdict.BLOCK) {
            address++;
        }
        Duration pause = attack.pause();
        return Optional.of(
                service.now()
                        .plus(
                                random.between(
                                        pause.dividedBy(2), pause.multipliedBy(3).dividedBy(2))));
    }

    private String account() {
        return switch (attack) {
            case LOCKOUT -> victim.account();
            case SEQUENTIAL_NUMBERS -> "seq-" + requests / 3;
            case ONE_PREFIX, MANY_ACCOUNTS, SLOW_AND_LOW -> attack.wireName() + "-" + requests;
        };
    }

    private PhoneNumber number() {
        return switch (attack) {
            case LOCKOUT -> victim.phone();
            case SEQUENTIAL_NUMBERS -> Population.EXPENSIVE.number(4_000_000L + requests / 2);
            case ONE_PREFIX -> Population.EXPENSIVE.number(7_700_000L + random.below(100));
            case MANY_ACCOUNTS -> Population.EXPENSIVE.number(1_000_000L + random.below(900_000));
            case SLOW_AND_LOW -> Population.EXPENSIVE.number(requests % POOL * 410_000L);
        };
    }

    private Source source() {
        return switch (attack) {
            case SEQUENTIAL_NUMBERS ->
                    new Source(
                            Population.ip(COUNTRY, 900 + address, requests % 4),
                            "rig-" + requests % 4);
            case ONE_PREFIX -> new Source(Population.ip(COUNTRY, requests, random.below(250)), "");
            case MANY_ACCOUNTS ->
                    new Source(Population.ip(COUNTRY, 700, address), "farm-" + requests);
            case SLOW_AND_LOW -> new Source(Population.ip(COUNTRY, requests * 13, requests), "");
            case LOCKOUT -> new Source(Population.ip(COUNTRY, 500 + address, 1), "rig");
        };
    }
}
