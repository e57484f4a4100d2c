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
            "accepts the request and sends the code after this time",
            Argument.DURATION),
    WAIT(
            "wait",
            Verdict.WAIT,
            "refuses the request; it may be repeated after this time",
            Argument.DURATION),
    WAIT_SINCE(
            "waitSince",
            Verdict.WAIT,
            "refuses the request until the first duration has passed since an event; the second one is the time since that event",
            Argument.DURATION,
            Argument.DURATION),
    REFUSE("refuse", Verdict.REFUSE, "refuses this method; others may work"),
    BLOCK("block", Verdict.BLOCK, "starts a block", Argument.SCOPE, Argument.DURATION),
    BLOCK_FOREVER("blockForever", Verdict.BLOCK, "starts a permanent block", Argument.SCOPE),
    RESTART(
            "restart",
            Verdict.BLOCK,
            "restarts the active block for the first duration, ending no later than the second one after its first start",
            Argument.SCOPE,
            Argument.DURATION,
            Argument.DURATION),
    HOLD("hold", Verdict.BLOCK, "keeps the active block unchanged", Argument.SCOPE),
    LOCK(
            "lock",
            Verdict.BLOCK,
            "refuses the request because of the account's standing, without placing a block",
            Argument.SCOPE),
    MARK(
            "mark",
            Verdict.ALLOW,
            "records an event for a subject, which counters and gaps read later",
            Argument.SUBJECT,
            Argument.MARK),
    ADVISE("advise", Verdict.ALLOW, "adds advice by its code", Argument.CODE),
    ROUTE(
            "route",
            Verdict.ALLOW,
            "sets the route by its code: where the person continues",
            Argument.CODE),
    PROMPT(
            "prompt",
            Verdict.ALLOW,
            "starts the prompt to verify security info, unless it is open already");

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
