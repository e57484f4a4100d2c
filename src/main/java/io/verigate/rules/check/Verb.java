package io.verigate.rules.check;

import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import io.verigate.rules.compile.RuleCompiler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The calls on [Findings] that `then` can make, with their arguments.
public enum Verb {
    DELAY(
            "delay",
            Verdict.DELAY,
            "accepts the request, but sends the code only after this time",
            Argument.DURATION),
    WAIT(
            "wait",
            Verdict.WAIT,
            "refuses the request for now; it can be repeated after this time",
            Argument.DURATION),
    WAIT_SINCE(
            "waitSince",
            Verdict.WAIT,
            "refuses the request until the first duration has passed since an event; the second is how long ago that was",
            Argument.DURATION,
            Argument.DURATION),
    REFUSE("refuse", Verdict.REFUSE, "refuses this method; others may work"),
    BLOCK("block", Verdict.BLOCK, "starts a block", Argument.SCOPE, Argument.DURATION),
    BLOCK_FOREVER("blockForever", Verdict.BLOCK, "starts a permanent block", Argument.SCOPE),
    RESTART(
            "restart",
            Verdict.BLOCK,
            "restarts the active block for the first duration, up to the second one from its first start",
            Argument.SCOPE,
            Argument.DURATION,
            Argument.DURATION),
    HOLD("hold", Verdict.BLOCK, "keeps the active block as it is", Argument.SCOPE),
    LOCK(
            "lock",
            Verdict.BLOCK,
            "refuses the request for as long as the account's standing requires it; starts no block",
            Argument.SCOPE),
    MARK(
            "mark",
            Verdict.ALLOW,
            "records an event for a subject, to be read later by counters and gaps",
            Argument.SUBJECT,
            Argument.MARK),
    ADVISE("advise", Verdict.ALLOW, "adds advice by its code", Argument.CODE),
    ROUTE("route", Verdict.ALLOW, "sends the person to another flow by its code", Argument.CODE),
    PROMPT(
            "prompt",
            Verdict.ALLOW,
            "starts the verification prompt: the first notice, unless one is open");

    public static final Map<String, Verb> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Verb::call, Function.identity()));

    /// Type of an argument.
    enum Argument implements WireEnum {
        /// A scope in quotes.
        SCOPE,
        /// A kind of subject in quotes.
        SUBJECT,
        /// An event that rules can mark, in quotes.
        MARK,
        /// A code in quotes.
        CODE,
        /// A duration bound in `when`.
        DURATION
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

    /// The form of a call, for example `findings.wait(duration);`.
    public String form() {
        return RuleCompiler.FINDINGS
                + "."
                + call
                + arguments.stream()
                        .map(WireEnum::wireName)
                        .collect(Collectors.joining(", ", "(", ");"));
    }

    /// Whether it sets a verdict; a rule can set only one.
    public boolean verdict() {
        return strength != Verdict.ALLOW;
    }

    /// The verdict that it sets; `ALLOW` for none.
    public Verdict strength() {
        return strength;
    }

    /// Description for the analyst.
    public String meaning() {
        return meaning;
    }

    List<Argument> arguments() {
        return arguments;
    }
}
