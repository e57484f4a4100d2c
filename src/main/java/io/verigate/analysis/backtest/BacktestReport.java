package io.verigate.analysis.backtest;

import io.verigate.analysis.replay.Pace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// What a backtest found, ready to be shown and kept.
///
/// @param candidate revision of the rule set that was tried
/// @param from not before
/// @param to before
/// @param complete false when it was stopped early; then everything here is about the part until `reached`
/// @param reached how far it came
/// @param decisions how many were tried
/// @param changed how many get another verdict
/// @param retimed how many get the same verdict with another end
/// @param reworded how many get the same verdict and end by other rules or for other reasons
/// @param failed how many the candidate could not decide, so that they count nowhere else
/// @param verdicts which verdicts become which others, most frequent first
/// @param rules what changed decisions gain and lose, by rule, most frequent first
/// @param reasons the same by reason
/// @param regions the changed decisions by region; the empty region has those without a number
/// @param notSent messages that would not have left
/// @param newlySent messages that would have left besides
/// @param hurt honest people who would have been refused
/// @param blind what the record does not tell the candidate
/// @param notes what else to know before believing this, in words
/// @param examples some decisions that change, oldest first
/// @param pace how fast it went
public record BacktestReport(
        String candidate,
        Instant from,
        Instant to,
        boolean complete,
        Instant reached,
        long decisions,
        long changed,
        long retimed,
        long reworded,
        long failed,
        List<Turn> verdicts,
        List<Shift> rules,
        List<Shift> reasons,
        List<Region> regions,
        Messages notSent,
        Messages newlySent,
        Hurt hurt,
        List<Blind> blind,
        List<String> notes,
        List<Example> examples,
        Pace pace) {
    public BacktestReport {
        verdicts = List.copyOf(verdicts);
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
        regions = List.copyOf(regions);
        blind = List.copyOf(blind);
        notes = List.copyOf(notes);
        examples = List.copyOf(examples);
    }

    /// One verdict becomes another.
    public record Turn(String from, String to, long decisions) {}

    /// What decisions with another verdict have now, and had before.
    ///
    /// @param gained in how many it is new
    /// @param lost in how many it is gone
    public record Shift(String name, long gained, long lost) {}

    /// Changed decisions of one region.
    ///
    /// @param stricter how many get a stronger verdict
    /// @param milder how many get a weaker one
    /// @param notSent what would have been saved
    /// @param newlySent what would have been spent
    public record Region(
            String region, long stricter, long milder, Messages notSent, Messages newlySent) {}

    /// Messages and their cost by the candidate's prices.
    ///
    /// @param cost in `currency`
    /// @param unpriced how many have no price, and cost nothing here
    public record Messages(long messages, BigDecimal cost, String currency, long unpriced) {}

    /// People who would have been refused and are who they say.
    ///
    /// @param refusedAccounts accounts that would have been refused where they were let through
    /// @param verified accounts among them that typed in the very code which would not have been sent
    /// @param verifiedLater further accounts among them that typed in another code within a day
    /// @param atLeast whether there were too many to tell accounts apart, so that the numbers are lower bounds
    /// @param examples ids of some decisions that would have hurt, oldest first
    public record Hurt(
            long refusedAccounts,
            long verified,
            long verifiedLater,
            boolean atLeast,
            List<String> examples) {
        public Hurt {
            examples = List.copyOf(examples);
        }
    }

    /// Something that the record does not hold, and that the candidate therefore did not see: it counts as nothing
    /// known, and rules that read it may speak differently in life.
    ///
    /// @param fact name of a counter or gap of the candidate
    /// @param decisions in how many it was missing
    /// @param rules ids of the candidate's rules that depend on it
    public record Blind(String fact, long decisions, List<String> rules) {
        public Blind {
            rules = List.copyOf(rules);
        }
    }

    /// One decision that changes.
    public record Example(String decision, String from, String to, List<String> rules) {
        public Example {
            rules = List.copyOf(rules);
        }
    }
}
