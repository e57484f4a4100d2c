package io.verigate.policy;

/// One text or number of a list, and where it stands.
public record ListEntry(String text, SourcePosition place) {}
