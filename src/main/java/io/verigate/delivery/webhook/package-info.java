/// Sends messages to a provider by webhook, and accepts its signed receipts.
@NullMarked
package io.verigate.delivery.webhook;

import org.jspecify.annotations.NullMarked;
