package io.verigate.policy;

import io.verigate.decision.FactType;

/// A named value of a policy, typed by how it is written: `5`, `10m`, `true`, `text`.
///
/// @param value a `Long`, `Duration`, `Boolean` or `String`
public record PolicyValue(String name, FactType type, Object value) {}
