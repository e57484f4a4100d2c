package io.verigate.rules.runtime;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockInstruction;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Mark;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import io.verigate.policy.Literal;
import io.verigate.rules.check.RuleDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Collects the findings of the rules for one set of facts after another. Not thread-safe.
final class FindingsCollector implements Findings {
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private @Nullable Facts facts;
    private Instant now = Instant.EPOCH;
    private @Nullable RuleDefinition speaking;
    private Verdict verdict = Verdict.ALLOW;
    private @Nullable Instant until;
    private @Nullable BlockInstruction order;
    private String route = "";
    private boolean prompt;

    /// Starts a new set of facts.
    void begin(Facts about) {
        facts = about;
        now = (Instant) about.get(KnownFact.NOW);
        findings.clear();
    }

    /// Starts the findings of a rule.
    void begin(RuleDefinition rule) {
        end();
        speaking = rule;
    }

    /// All findings; valid until the next set of facts.
    List<Finding> finish() {
        end();
        facts = null;
        return findings;
    }

    private void end() {
        if (speaking != null) {
            findings.add(
                    new Finding(
                            speaking.id(),
                            speaking.mode(),
                            speaking.reason(),
                            verdict,
                            until,
                            order,
                            advice,
                            route,
                            prompt,
                            marks));
        }
        speaking = null;
        verdict = Verdict.ALLOW;
        until = null;
        order = null;
        advice.clear();
        marks.clear();
        route = "";
        prompt = false;
    }

    @Override
    public void delay(Duration length) {
        say(Verdict.DELAY, now.plus(bounded(length)), null);
    }

    @Override
    public void wait(Duration length) {
        say(Verdict.WAIT, now.plus(bounded(length)), null);
    }

    @Override
    public void waitSince(Duration length, Duration since) {
        say(Verdict.WAIT, now.plus(bounded(length)).minus(since), null);
    }

    @Override
    public void refuse() {
        say(Verdict.REFUSE, null, null);
    }

    @Override
    public void block(String scope, Duration length) {
        say(
                Verdict.BLOCK,
                now.plus(bounded(length)),
                new BlockInstruction.Start(scope(scope), bounded(length)));
    }

    @Override
    public void blockForever(String scope) {
        say(Verdict.BLOCK, FactType.FOREVER, new BlockInstruction.Start(scope(scope), null));
    }

    @Override
    public void restart(String scope, Duration length, Duration longest) {
        Scope held = scope(scope);
        Instant present = until(held);
        Instant limit = since(held).plus(bounded(longest));
        Instant anew = now.plus(bounded(length));
        Instant end = anew.isBefore(limit) ? anew : limit;
        say(
                Verdict.BLOCK,
                end.isBefore(present) ? present : end,
                new BlockInstruction.Restart(held, bounded(length), bounded(longest)));
    }

    @Override
    public void hold(String scope) {
        Scope held = scope(scope);
        say(Verdict.BLOCK, until(held), new BlockInstruction.Hold(held));
    }

    @Override
    public void lock(String scope) {
        say(Verdict.BLOCK, FactType.FOREVER, new BlockInstruction.Standing(scope(scope)));
    }

    @Override
    public void mark(String subject, String event) {
        marks.add(
                new Mark(
                        WireEnum.parse(SubjectKind.class, subject).orElseThrow(),
                        WireEnum.parse(ActivityEvent.class, event).orElseThrow()));
    }

    @Override
    public void advise(String code) {
        advice.add(code);
    }

    @Override
    public void route(String code) {
        route = code;
    }

    @Override
    public void prompt() {
        prompt = true;
    }

    private void say(Verdict next, @Nullable Instant end, @Nullable BlockInstruction what) {
        if (verdict != Verdict.ALLOW) {
            throw new IllegalStateException(
                    "a rule can have only one verdict: split it into two rules");
        }
        verdict = next;
        until = end;
        order = what;
    }

    /// Caps a duration, because a derived fact can be `NEVER`, and an end three hundred years ahead cannot be stored.
    private static Duration bounded(Duration length) {
        return length.compareTo(Literal.MAX_LENGTH) > 0 ? Literal.MAX_LENGTH : length;
    }

    private static Scope scope(String word) {
        return WireEnum.parse(Scope.class, word)
                .orElseThrow(() -> new IllegalArgumentException("unknown scope `" + word + "`"));
    }

    private Instant since(Scope blocked) {
        return time(
                switch (blocked) {
                    case METHOD -> KnownFact.METHOD_BLOCK_SINCE;
                    case SOURCE -> KnownFact.SOURCE_BLOCK_SINCE;
                    case ACCOUNT -> KnownFact.ACCOUNT_BLOCK_SINCE;
                    case REGION -> KnownFact.REGION_BLOCK_SINCE;
                });
    }

    private Instant until(Scope blocked) {
        return time(
                switch (blocked) {
                    case METHOD -> KnownFact.METHOD_BLOCK_UNTIL;
                    case SOURCE -> KnownFact.SOURCE_BLOCK_UNTIL;
                    case ACCOUNT -> KnownFact.ACCOUNT_BLOCK_UNTIL;
                    case REGION -> KnownFact.REGION_BLOCK_UNTIL;
                });
    }

    private Instant time(KnownFact fact) {
        return (Instant) Objects.requireNonNull(facts).get(fact);
    }
}
