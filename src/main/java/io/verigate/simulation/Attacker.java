package io.verigate.simulation;

import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Source;
import io.verigate.decision.Verdict;
import io.verigate.simulation.World.Resident;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Asks for codes by a pattern, and comes from elsewhere when its address is blocked.
final class Attacker implements Actor {
    private static final int COUNTRY = 5;

    private final Attack attack;
    private final Dice dice;
    private final Cost cost;
    private final Instant start;
    private final Person victim;
    private int requests;
    private int address;

    /// @param victim whom a lockout is about
    Attacker(Attack attack, Dice dice, Cost cost, Instant start, Person victim) {
        this.attack = attack;
        this.dice = dice;
        this.cost = cost;
        this.start = start.plus(dice.between(Duration.ofHours(1), Duration.ofHours(12)));
        this.victim = victim;
        cost.person();
    }

    @Override
    public Instant begins() {
        return start;
    }

    @Override
    public Optional<Instant> act(World world) {
        requests++;
        Decision decision =
                world.ask(
                        new Resident(account(), source(), Town.in(Town.EXPENSIVE.region())),
                        new Method.Named(Channel.SMS, number()),
                        null,
                        cost);
        if (decision.verdict() == Verdict.BLOCK) {
            address++;
        }
        Duration pause = attack.pause();
        return Optional.of(
                world.instant()
                        .plus(
                                dice.between(
                                        pause.dividedBy(2), pause.multipliedBy(3).dividedBy(2))));
    }

    private String account() {
        return switch (attack) {
            case LOCKOUT -> victim.account();
            case SEQUENTIAL_NUMBERS -> "seq-" + requests / 3;
            case ONE_PREFIX, MANY_ACCOUNTS, SLOW_AND_LOW -> attack.word() + "-" + requests;
        };
    }

    private PhoneNumber number() {
        return switch (attack) {
            case LOCKOUT -> victim.phone();
            case SEQUENTIAL_NUMBERS -> Town.EXPENSIVE.number(4_000_000L + requests / 2);
            case ONE_PREFIX -> Town.EXPENSIVE.number(7_700_000L + dice.below(100));
            case MANY_ACCOUNTS -> Town.EXPENSIVE.number(1_000_000L + dice.below(900_000));
            case SLOW_AND_LOW -> Town.EXPENSIVE.number(dice.below(9_000_000));
        };
    }

    private Source source() {
        return switch (attack) {
            case SEQUENTIAL_NUMBERS ->
                    new Source(
                            Town.ip(COUNTRY, 900 + address, requests % 4), "rig-" + requests % 4);
            case ONE_PREFIX -> new Source(Town.ip(COUNTRY, requests, dice.below(250)), "");
            case MANY_ACCOUNTS -> new Source(Town.ip(COUNTRY, 700, address), "farm-" + requests);
            case SLOW_AND_LOW -> new Source(Town.ip(COUNTRY, requests * 13, requests), "");
            case LOCKOUT -> new Source(Town.ip(COUNTRY, 500 + address, 1), "rig");
        };
    }
}
