package io.verigate.policy;

/// One text or number of a list, with its position.
public record ListEntry(String text, SourcePosition place) {}
