package io.verigate.api.common.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/// JSON that was written before and is repeated as it is.
public record StoredJson(@JsonValue @JsonRawValue String text) {}
