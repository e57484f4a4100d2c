/// Sends text messages over SMPP 3.4, and accepts delivery receipts.
@NullMarked
package io.verigate.delivery.smpp;

import org.jspecify.annotations.NullMarked;
