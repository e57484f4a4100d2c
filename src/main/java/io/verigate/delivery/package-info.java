/// Messages, senders and receipts. Sends what decisions allowed, and decides nothing.
@NullMarked
package io.verigate.delivery;

import org.jspecify.annotations.NullMarked;
