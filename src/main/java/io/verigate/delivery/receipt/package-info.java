@NullMarked
package io.verigate.delivery.receipt;

import org.jspecify.annotations.NullMarked;
