package io.verigate.policy;

import io.verigate.decision.FactType;

/// A named value, typed by its form: `5`, `10m`, `true`, `text`.
///
/// @param value a `Long`, `Duration`, `Boolean` or `String`
public record PolicyValue(String name, FactType type, Object value) {}
