package io.verigate.analysis.backtest;

import io.verigate.journal.JournalLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Asks who of those newly refused proved to be honest: the code that would not have been sent was typed in, or another
/// one was soon after. Bounded: beyond a number of accounts it tells at least how many. Thread-safe.
final class FalsePositives {
    /// How long after a refusal a verified code still speaks for the person.
    static final Duration LATER = Duration.ofDays(1);

    private static final int MAX = 200_000;
    private static final int AT_ONCE = 1_000;
    private static final int EXAMPLES = 20;

    private final VerifiedCodes verified;
    private final Set<Long> refused = new HashSet<>();
    private final Set<Long> proven = new HashSet<>();
    private final Set<Long> provenLater = new HashSet<>();
    private final TreeSet<String> examples = new TreeSet<>();
    private boolean atLeast;

    FalsePositives(VerifiedCodes verified) {
        this.verified = verified;
    }

    /// Those of one page who are newly refused.
    void add(List<JournalLine> lines) {
        for (int start = 0; start < lines.size(); start += AT_ONCE) {
            part(lines.subList(start, Math.min(start + AT_ONCE, lines.size())));
        }
    }

    private void part(List<JournalLine> lines) {
        Set<String> accounts = lines.stream().map(JournalLine::account).collect(Collectors.toSet());
        Instant from = lines.getFirst().at();
        Instant to = lines.getLast().at().plus(LATER);
        Map<String, List<VerifiedCodes.Code>> codes =
                verified.codes(accounts, from, to).stream()
                        .collect(Collectors.groupingBy(VerifiedCodes.Code::account));
        synchronized (this) {
            for (JournalLine line : lines) {
                one(line, codes.getOrDefault(line.account(), List.of()));
            }
        }
    }

    private void one(JournalLine line, List<VerifiedCodes.Code> codes) {
        long account = name(line.account());
        note(refused, account);
        if (codes.stream().anyMatch(code -> code.decision().equals(line.id()))) {
            note(proven, account);
            example(line.id());
        } else if (codes.stream().anyMatch(code -> isSoonAfter(code, line.at()))) {
            note(provenLater, account);
            example(line.id());
        }
    }

    private static boolean isSoonAfter(VerifiedCodes.Code code, Instant at) {
        return code.sentAt().isAfter(at) && code.sentAt().isBefore(at.plus(LATER));
    }

    private void note(Set<Long> into, long account) {
        if (into.size() < MAX) {
            into.add(account);
        } else {
            atLeast |= !into.contains(account);
        }
    }

    private void example(String decision) {
        examples.add(decision);
        if (examples.size() > EXAMPLES) {
            examples.pollLast();
        }
    }

    /// FNV-1a, 64 bits: a few bytes stand for an account, and two share them once in a billion.
    private static long name(String account) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < account.length(); i++) {
            hash = (hash ^ account.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    synchronized BacktestReport.Hurt hurt() {
        Set<Long> later = new HashSet<>(provenLater);
        later.removeAll(proven);
        return new BacktestReport.Hurt(
                refused.size(), proven.size(), later.size(), atLeast, new ArrayList<>(examples));
    }
}
