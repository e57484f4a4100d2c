package io.verigate.rules;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockOrder;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Mark;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.decision.Word;
import io.verigate.policy.Literal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hears what the rules say about one set of facts. Used by one thread.
final class FindingsCollector implements Findings {
    private final Facts facts;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private @Nullable RuleDefinition speaking;
    private Verdict verdict = Verdict.ALLOW;
    private @Nullable Instant until;
    private @Nullable BlockOrder order;
    private String route = "";
    private boolean prompt;

    FindingsCollector(Facts facts) {
        this.facts = facts;
        this.now = (Instant) facts.get(KnownFact.NOW);
    }

    /// The next words are those of this rule.
    void begin(RuleDefinition rule) {
        end();
        speaking = rule;
    }

    /// Everything that was said.
    List<Finding> finish() {
        end();
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
                new BlockOrder.Start(scope(scope), bounded(length)));
    }

    @Override
    public void blockForever(String scope) {
        say(Verdict.BLOCK, FactType.FOREVER, new BlockOrder.Start(scope(scope), null));
    }

    @Override
    public void restart(String scope, Duration length, Duration longest) {
        Scope held = scope(scope);
        Instant present = fact(held, BlockEnd.UNTIL);
        Instant limit = fact(held, BlockEnd.SINCE).plus(bounded(longest));
        Instant anew = now.plus(bounded(length));
        Instant end = anew.isBefore(limit) ? anew : limit;
        say(
                Verdict.BLOCK,
                end.isBefore(present) ? present : end,
                new BlockOrder.Restart(held, bounded(length), bounded(longest)));
    }

    @Override
    public void hold(String scope) {
        Scope held = scope(scope);
        say(Verdict.BLOCK, fact(held, BlockEnd.UNTIL), new BlockOrder.Hold(held));
    }

    @Override
    public void lock(String scope) {
        say(Verdict.BLOCK, FactType.FOREVER, new BlockOrder.Standing(scope(scope)));
    }

    @Override
    public void mark(String subject, String event) {
        marks.add(
                new Mark(
                        Word.parse(SubjectKind.class, subject).orElseThrow(),
                        Word.parse(ActivityEvent.class, event).orElseThrow()));
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

    private void say(Verdict next, @Nullable Instant end, @Nullable BlockOrder what) {
        if (verdict != Verdict.ALLOW) {
            throw new IllegalStateException("a rule gives one verdict: split it into two rules");
        }
        verdict = next;
        until = end;
        order = what;
    }

    /// A fact can tell a time that never was, and an end in three hundred years cannot be kept.
    private static Duration bounded(Duration length) {
        return length.compareTo(Literal.LONGEST) > 0 ? Literal.LONGEST : length;
    }

    private static Scope scope(String word) {
        return Word.parse(Scope.class, word)
                .orElseThrow(() -> new IllegalArgumentException("`" + word + "` is not a scope"));
    }

    private enum BlockEnd {
        SINCE,
        UNTIL
    }

    private Instant fact(Scope scope, BlockEnd which) {
        KnownFact fact =
                switch (scope) {
                    case METHOD ->
                            which == BlockEnd.UNTIL
                                    ? KnownFact.METHOD_BLOCK_UNTIL
                                    : KnownFact.METHOD_BLOCK_SINCE;
                    case SOURCE ->
                            which == BlockEnd.UNTIL
                                    ? KnownFact.SOURCE_BLOCK_UNTIL
                                    : KnownFact.SOURCE_BLOCK_SINCE;
                    case ACCOUNT ->
                            which == BlockEnd.UNTIL
                                    ? KnownFact.ACCOUNT_BLOCK_UNTIL
                                    : KnownFact.ACCOUNT_BLOCK_SINCE;
                    case REGION ->
                            which == BlockEnd.UNTIL
                                    ? KnownFact.REGION_BLOCK_UNTIL
                                    : KnownFact.REGION_BLOCK_SINCE;
                };
        return (Instant) facts.get(fact);
    }
}
