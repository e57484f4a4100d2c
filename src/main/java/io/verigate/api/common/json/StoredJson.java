package io.verigate.api.common.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/// Stored JSON that is written unchanged.
public record StoredJson(@JsonValue @JsonRawValue String text) {}
