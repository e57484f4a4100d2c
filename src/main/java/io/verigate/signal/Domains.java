package io.verigate.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A list of domains with all their subdomains. Immutable and thread-safe.
public final class Domains {
    /// No domain.
    public static final Domains NONE = new Domains(Set.of());

    private final Set<String> names;

    private Domains(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /// The domains of a policy, in Unicode or ASCII form and in any case.
    ///
    /// @throws IllegalArgumentException when an entry is not a domain; the message names it
    public static Domains of(List<String> entries) {
        Set<String> names = new HashSet<>();
        for (String entry : entries) {
            names.add(
                    DomainName.ascii(entry)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "`"
                                                    + entry
                                                    + "` is not a domain; write it like `example.com`")));
        }
        return new Domains(names);
    }

    /// Whether the domain or one of its parent domains is listed.
    ///
    /// @param domain in ASCII form and lower case
    public boolean hold(String domain) {
        if (names.isEmpty()) {
            return false;
        }
        String rest = domain;
        while (!names.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return true;
    }
}
