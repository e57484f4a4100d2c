package io.verigate.rules.syntax;

/// Where something stands in a file of rules.
///
/// @param text as it is written there
/// @param line from 1
/// @param column from 1
public record SourceToken(String text, int line, int column) {}
