package io.verigate.bench.shipped;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockInstruction;
import io.verigate.decision.FactType;
import io.verigate.decision.Finding;
import io.verigate.decision.Mark;
import io.verigate.decision.Mode;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import io.verigate.policy.Literal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts findings together, by the verbs that rules have.
final class Say {
    private final Asked asked;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private String rule = "";
    private String reason = "";
    private Verdict verdict = Verdict.ALLOW;
    private @Nullable Instant until;
    private @Nullable BlockInstruction order;
    private String route = "";
    private boolean prompt;

    Say(Asked asked) {
        this.asked = asked;
    }

    List<Finding> all() {
        end();
        return findings;
    }

    Say rule(String id, String why) {
        end();
        rule = id;
        reason = why;
        return this;
    }

    private void end() {
        if (!rule.isEmpty()) {
            findings.add(
                    new Finding(
                            rule,
                            Mode.ENFORCE,
                            reason,
                            verdict,
                            until,
                            order,
                            advice,
                            route,
                            prompt,
                            marks));
        }
        rule = "";
        verdict = Verdict.ALLOW;
        until = null;
        order = null;
        advice.clear();
        marks.clear();
        route = "";
        prompt = false;
    }

    Say delay(Duration length) {
        return say(Verdict.DELAY, asked.now().plus(kept(length)), null);
    }

    Say pause(Duration length) {
        return say(Verdict.WAIT, asked.now().plus(kept(length)), null);
    }

    Say waitSince(Duration length, Duration since) {
        return say(Verdict.WAIT, asked.now().plus(kept(length)).minus(since), null);
    }

    Say refuse() {
        return say(Verdict.REFUSE, null, null);
    }

    Say block(String scope, Duration length) {
        return say(
                Verdict.BLOCK,
                asked.now().plus(kept(length)),
                new BlockInstruction.Start(scope(scope), kept(length)));
    }

    Say blockForever(String scope) {
        return say(Verdict.BLOCK, FactType.FOREVER, new BlockInstruction.Start(scope(scope), null));
    }

    Say restart(String scope, Duration length, Duration longest) {
        Scope held = scope(scope);
        Instant limit = since(held).plus(kept(longest));
        Instant anew = asked.now().plus(kept(length));
        Instant end = anew.isBefore(limit) ? anew : limit;
        return say(
                Verdict.BLOCK,
                end.isBefore(until(held)) ? until(held) : end,
                new BlockInstruction.Restart(held, kept(length), kept(longest)));
    }

    Say hold(String scope) {
        Scope held = scope(scope);
        return say(Verdict.BLOCK, until(held), new BlockInstruction.Hold(held));
    }

    Say lock(String scope) {
        return say(Verdict.BLOCK, FactType.FOREVER, new BlockInstruction.Standing(scope(scope)));
    }

    Say mark(String subject, String event) {
        marks.add(
                new Mark(
                        WireEnum.parse(SubjectKind.class, subject).orElseThrow(),
                        WireEnum.parse(ActivityEvent.class, event).orElseThrow()));
        return this;
    }

    Say advise(String code) {
        advice.add(code);
        return this;
    }

    Say route(String code) {
        route = code;
        return this;
    }

    Say prompt() {
        prompt = true;
        return this;
    }

    private Say say(Verdict what, @Nullable Instant end, @Nullable BlockInstruction block) {
        verdict = what;
        until = end;
        order = block;
        return this;
    }

    /// No end later than can be kept.
    private static Duration kept(Duration length) {
        return length.compareTo(Literal.MAX_LENGTH) > 0 ? Literal.MAX_LENGTH : length;
    }

    private static Scope scope(String word) {
        return WireEnum.parse(Scope.class, word).orElseThrow();
    }

    private Instant since(Scope scope) {
        return switch (scope) {
            case METHOD -> asked.methodBlockSince();
            case SOURCE -> asked.sourceBlockSince();
            case ACCOUNT -> asked.accountBlockSince();
            case REGION -> asked.regionBlockSince();
        };
    }

    private Instant until(Scope scope) {
        return switch (scope) {
            case METHOD -> asked.methodBlockUntil();
            case SOURCE -> asked.sourceBlockUntil();
            case ACCOUNT -> asked.accountBlockUntil();
            case REGION -> asked.regionBlockUntil();
        };
    }
}
