/// Hands messages to a provider by webhook, and takes its signed receipts.
@NullMarked
package io.verigate.delivery.webhook;

import org.jspecify.annotations.NullMarked;
