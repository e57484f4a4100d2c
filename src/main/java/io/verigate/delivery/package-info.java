/// Codes, messages, senders and receipts. Acts on decisions, decides nothing.
@NullMarked
package io.verigate.delivery;

import org.jspecify.annotations.NullMarked;
