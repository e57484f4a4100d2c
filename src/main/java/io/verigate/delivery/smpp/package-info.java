/// Sends text messages over SMPP 3.4, and takes the operator's receipts.
@NullMarked
package io.verigate.delivery.smpp;

import org.jspecify.annotations.NullMarked;
