package io.verigate.decision;

import java.time.Duration;
import java.time.Instant;

/// The type of a fact or of a policy value, with the value that stands for "nothing known".
public enum FactType implements WireEnum {
    /// True or false.
    FLAG(Boolean.class, Boolean.FALSE),
    /// A whole number from 0.
    COUNT(Long.class, 0L),
    /// A length of time; `NEVER` stands for "it never happened".
    DURATION(Duration.class, Lengths.NEVER),
    /// A point in time; `FOREVER` stands for "no end".
    TIME(Instant.class, Instant.EPOCH),
    /// A word or a short text.
    TEXT(String.class, "");

    /// Longer than any window: how long ago something was that never happened.
    public static final Duration NEVER = Lengths.NEVER;

    /// Later than any clock here will show: the end of what has no end.
    public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    private final String word = WireEnum.of(this);
    private final Class<?> javaType;
    private final Object unknown;

    FactType(Class<?> javaType, Object unknown) {
        this.javaType = javaType;
        this.unknown = unknown;
    }

    @Override
    public String wireName() {
        return word;
    }

    /// The Java class of its values.
    public Class<?> javaType() {
        return javaType;
    }

    /// The value that stands for "nothing known"; facts are never null.
    public Object unknown() {
        return unknown;
    }

    // A constant of its own class, because an enum's constants are made before its static fields.
    private static final class Lengths {
        static final Duration NEVER = Duration.ofDays(36_500);
    }
}
