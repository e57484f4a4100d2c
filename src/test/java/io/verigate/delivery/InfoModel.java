package io.verigate.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An independent model of the life of security info by the requirements: addresses and their states. Used by one
/// thread.
final class InfoModel {
    private static final Duration HOLD = Duration.ofDays(30);
    private static final Duration PROOF = Duration.ofHours(1);

    private final Map<String, Line> lines = new TreeMap<>();
    private final Map<String, Instant> usedFrom = new HashMap<>();
    private boolean open = true;
    private Instant closedAt = Instant.MIN;

    /// The state of one address.
    private static final class Line {
        String worth = "pending";
        Instant named;
        Instant works = Instant.MAX;
        Instant until = Instant.MIN;
        Instant proven = Instant.MAX;

        Line(Instant named) {
            this.named = named;
        }

        boolean isHeld() {
            return worth.equals("pending") && until.isAfter(Instant.MIN);
        }

        boolean isWorking() {
            return worth.equals("confirmed") || worth.equals("removal-requested");
        }
    }

    /// The state of each address that was not removed.
    Map<String, String> worth() {
        Map<String, String> worth = new TreeMap<>();
        lines.forEach((address, line) -> worth.put(address, line.worth));
        return worth;
    }

    List<String> working() {
        return lines.entrySet().stream()
                .filter(one -> one.getValue().isWorking())
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> held() {
        return lines.entrySet().stream()
                .filter(one -> one.getValue().isHeld())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Holds pause while the account is not in good standing, because its owner cannot object.
    void standing(boolean good, Instant now) {
        if (open && !good) {
            closedAt = now;
        } else if (!open && good) {
            Duration closed = Duration.between(closedAt, now);
            lines.values().stream()
                    .filter(Line::isHeld)
                    .forEach(line -> line.until = line.until.plus(closed));
        }
        open = good;
    }

    boolean isOpen() {
        return open;
    }

    /// Whether this client may change security info now.
    boolean hasProof(String source, Instant now) {
        return working().isEmpty()
                || usedFrom.getOrDefault(source, Instant.MIN).isAfter(now.minus(PROOF));
    }

    void passed(Instant now) {
        if (!open) {
            return;
        }
        List<Map.Entry<String, Line>> due = new ArrayList<>(lines.entrySet());
        due.removeIf(one -> !one.getValue().isHeld() || effect(one.getValue()).isAfter(now));
        due.sort(Comparator.comparing(one -> effect(one.getValue())));
        for (Map.Entry<String, Line> one : due) {
            Instant at = effect(one.getValue());
            Instant named = one.getValue().named;
            lines.values().removeIf(line -> line.isWorking() && line.works.isBefore(named));
            one.getValue().worth = "confirmed";
            one.getValue().works = at;
        }
    }

    private static Instant effect(Line line) {
        return line.proven.isAfter(line.until) ? line.proven : line.until;
    }

    void added(String address, Instant now) {
        lines.computeIfAbsent(address, unknown -> new Line(now));
    }

    void replaced(String address, Instant now) {
        boolean holds = !working().isEmpty();
        Line line = lines.computeIfAbsent(address, unknown -> new Line(now));
        if (holds && line.worth.equals("pending") && !line.isHeld()) {
            line.until = now.plus(HOLD);
        }
    }

    /// The code of an address was verified.
    void proven(String address, String source, Instant now) {
        Line line = lines.get(address);
        if (line.isHeld()) {
            line.proven = line.proven.equals(Instant.MAX) ? now : line.proven;
            passed(now);
        } else {
            line.worth = "confirmed";
            line.works = line.works.equals(Instant.MAX) ? now : line.works;
        }
        if (line.isWorking()) {
            used(source, now);
        }
    }

    /// Somebody used confirmed info.
    void used(String source, Instant now) {
        usedFrom.put(source, now);
        lines.values().removeIf(Line::isHeld);
    }

    /// Requests a removal; false when not allowed.
    boolean select(String address) {
        Line line = lines.get(address);
        if (line == null || line.worth.equals("removal-requested")) {
            return false;
        }
        if (line.isWorking()) {
            line.worth = "removal-requested";
        } else {
            lines.remove(address);
        }
        return true;
    }

    /// Confirms a removal; false when not allowed.
    boolean remove(String address) {
        Line line = lines.get(address);
        return line != null
                && line.worth.equals("removal-requested")
                && lines.remove(address) != null;
    }

    void cleared() {
        lines.clear();
    }
}
