package io.verigate.http.wire;

import io.swagger.v3.oas.annotations.media.Schema;

/// Whether a code was the right one; nothing tells why it was not.
@Schema(description = "Whether the code was the right one")
public record CheckAnswer(boolean verified) {}
