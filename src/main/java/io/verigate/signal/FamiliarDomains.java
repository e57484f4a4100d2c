package io.verigate.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Well-known domains, to detect and correct typing errors. Immutable and thread-safe.
public final class FamiliarDomains {
    /// No well-known domains.
    public static final FamiliarDomains NONE = new FamiliarDomains(List.of(), List.of());

    /// Shorter names have too many similar names that are valid domains of others.
    private static final int MIN_LENGTH = 5;

    private static final int MAX_SUGGESTIONS = 5;

    private final List<String> known;
    private final List<String> endings;

    private FamiliarDomains(List<String> known, List<String> endings) {
        this.known = List.copyOf(known);
        this.endings = List.copyOf(endings);
    }

    /// The domains of a policy.
    ///
    /// @param known such as `example.com`, the most common first
    /// @param endings that people confuse, such as `com` and `co.uk`
    /// @throws IllegalArgumentException when an entry is not a domain; the message names it
    public static FamiliarDomains of(List<String> known, List<String> endings) {
        return new FamiliarDomains(names(known), names(endings));
    }

    private static List<String> names(List<String> entries) {
        return entries.stream()
                .map(entry ->
                        DomainName.ascii(entry)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "`"
                                                        + entry
                                                        + "` is not a domain; write it like `example.com`")))
                .toList();
    }

    /// Whether the domain is not well known, and one typing error away from one that is.
    ///
    /// @param domain in ASCII form and lower case
    boolean isLookalike(String domain) {
        return !known.contains(domain) && known.stream().anyMatch(one -> isTypo(domain, one));
    }

    /// Suggests domains, most likely first, never the typed one: well-known ones that are one typing error away, then
    /// those with the same name and another ending, well-known ones first.
    ///
    /// @param typed in any form; nothing is suggested for an invalid domain
    public List<String> meant(String typed) {
        return DomainName.ascii(typed.strip()).map(this::suggested).orElse(List.of());
    }

    private List<String> suggested(String domain) {
        Set<String> meant = new LinkedHashSet<>();
        known.stream().filter(one -> isTypo(domain, one)).forEach(meant::add);
        List<String> variants = new ArrayList<>();
        for (String ending : endings) {
            if (domain.endsWith("." + ending)) {
                String name = domain.substring(0, domain.length() - ending.length());
                endings.forEach(other -> variants.add(name + other));
            }
        }
        variants.stream()
                .filter(one -> DomainName.ascii(one).isPresent())
                .sorted(Comparator.comparing(one -> !known.contains(one)))
                .forEach(meant::add);
        meant.remove(domain);
        return meant.stream().limit(MAX_SUGGESTIONS).toList();
    }

    private static boolean isTypo(String typed, String meant) {
        return meant.length() >= MIN_LENGTH
                && !typed.equals(meant)
                && isOneTypo(DomainName.shown(typed), meant);
    }

    /// One letter added, missing, replaced, or two adjacent letters swapped.
    private static boolean isOneTypo(String typed, String meant) {
        int same = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        String left = typed.substring(same);
        String right = meant.substring(same);
        return switch (left.length() - right.length()) {
            case 1 -> left.substring(1).equals(right);
            case -1 -> right.substring(1).equals(left);
            case 0 -> left.substring(1).equals(right.substring(1)) || isSwapped(left, right);
            default -> false;
        };
    }

    private static boolean isSwapped(String left, String right) {
        return left.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
    }
}
