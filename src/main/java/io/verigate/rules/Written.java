package io.verigate.rules;

/// Where something stands in a file of rules.
///
/// @param text as it is written there
/// @param line from 1
/// @param column from 1
public record Written(String text, int line, int column) {}
