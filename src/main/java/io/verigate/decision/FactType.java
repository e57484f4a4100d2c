package io.verigate.decision;

import java.time.Duration;
import java.time.Instant;

/// The type of a fact or of a policy value, with its value for "unknown".
public enum FactType implements WireEnum {
    /// True or false.
    FLAG(Boolean.class, Boolean.FALSE),
    /// A whole number from 0.
    COUNT(Long.class, 0L),
    /// A length of time; `NEVER` stands for "it never happened".
    DURATION(Duration.class, Lengths.NEVER),
    /// A point in time; `FOREVER` stands for "no end".
    TIME(Instant.class, Instant.EPOCH),
    /// A short text.
    TEXT(String.class, "");

    /// The time since an event that never happened: longer than any window.
    public static final Duration NEVER = Lengths.NEVER;

    /// The end of what has no end: later than any clock will show.
    public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Class<?> javaType;
    private final Object unknown;

    FactType(Class<?> javaType, Object unknown) {
        this.javaType = javaType;
        this.unknown = unknown;
    }

    /// The time from one instant to a later one; zero when clocks of nodes disagree.
    public static Duration elapsed(Instant from, Instant to) {
        return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
    }

    /// The Java class of its values.
    public Class<?> javaType() {
        return javaType;
    }

    /// The value of an unknown fact; facts are never null.
    public Object unknown() {
        return unknown;
    }

    // A constant of its own class, because an enum's constants are made before its static fields.
    private static final class Lengths {
        static final Duration NEVER = Duration.ofDays(36_500);
    }
}
