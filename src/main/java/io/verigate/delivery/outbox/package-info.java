@NullMarked
package io.verigate.delivery.outbox;

import org.jspecify.annotations.NullMarked;
