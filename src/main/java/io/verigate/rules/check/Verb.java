package io.verigate.rules.check;

import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import io.verigate.rules.compile.RuleCompiler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What `then` may say: the calls on [Findings], with what they take.
public enum Verb {
    DELAY(
            "delay",
            Verdict.DELAY,
            "accepted, but delivered only after this time",
            Argument.DURATION),
    WAIT("wait", Verdict.WAIT, "refused now; may be repeated after this time", Argument.DURATION),
    WAIT_SINCE(
            "waitSince",
            Verdict.WAIT,
            "refused until so long after what happened that long ago",
            Argument.DURATION,
            Argument.DURATION),
    REFUSE("refuse", Verdict.REFUSE, "this method cannot serve, others may"),
    BLOCK("block", Verdict.BLOCK, "a block begins", Argument.SCOPE, Argument.DURATION),
    BLOCK_FOREVER("blockForever", Verdict.BLOCK, "a block without an end begins", Argument.SCOPE),
    RESTART(
            "restart",
            Verdict.BLOCK,
            "the block that holds begins anew for the first time, at most the second one from its first day",
            Argument.SCOPE,
            Argument.DURATION,
            Argument.DURATION),
    HOLD("hold", Verdict.BLOCK, "the block that holds stays as it is", Argument.SCOPE),
    LOCK(
            "lock",
            Verdict.BLOCK,
            "refused as long as the standing of the account says so; no block is placed",
            Argument.SCOPE),
    MARK(
            "mark",
            Verdict.ALLOW,
            "remembers something of somebody, for counters and gaps to tell later",
            Argument.SUBJECT,
            Argument.MARK),
    ADVISE("advise", Verdict.ALLOW, "adds advice, by its code", Argument.CODE),
    ROUTE("route", Verdict.ALLOW, "sends the person somewhere, by a code", Argument.CODE),
    PROMPT(
            "prompt",
            Verdict.ALLOW,
            "asks to verify security info from now on: the first notice, unless there was one");

    public static final Map<String, Verb> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Verb::call, Function.identity()));

    /// What stands between the brackets.
    enum Argument implements WireEnum {
        /// A scope in quotes.
        SCOPE,
        /// A kind of subject in quotes.
        SUBJECT,
        /// An event that rules may mark, in quotes.
        MARK,
        /// A code in quotes.
        CODE,
        /// A duration that was bound in `when`.
        DURATION;

        private final String word = WireEnum.of(this);

        @Override
        public String wireName() {
            return word;
        }
    }

    private final String call;
    private final Verdict strength;
    private final String meaning;
    private final List<Argument> arguments;

    Verb(String call, Verdict strength, String meaning, Argument... arguments) {
        this.call = call;
        this.strength = strength;
        this.meaning = meaning;
        this.arguments = List.of(arguments);
    }

    /// Its name after `findings.`.
    public String call() {
        return call;
    }

    /// How it is called, for example `findings.wait(duration);`.
    public String form() {
        return RuleCompiler.FINDINGS
                + "."
                + call
                + arguments.stream()
                        .map(WireEnum::wireName)
                        .collect(Collectors.joining(", ", "(", ");"));
    }

    /// Whether it gives a verdict; a rule gives at most one.
    public boolean verdict() {
        return strength != Verdict.ALLOW;
    }

    /// The verdict that it gives; `ALLOW` when it gives none.
    public Verdict strength() {
        return strength;
    }

    /// What it does, for the analyst.
    public String meaning() {
        return meaning;
    }

    List<Argument> arguments() {
        return arguments;
    }
}
