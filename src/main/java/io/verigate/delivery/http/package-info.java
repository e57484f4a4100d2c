/// Hands messages to a provider by webhook, and takes its signed receipts.
@NullMarked
package io.verigate.delivery.http;

import org.jspecify.annotations.NullMarked;
