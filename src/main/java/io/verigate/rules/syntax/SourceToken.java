package io.verigate.rules.syntax;

/// A piece of source text and its position.
///
/// @param text as written
/// @param line from 1
/// @param column from 1
public record SourceToken(String text, int line, int column) {}
