@NullMarked
package io.verigate.api.common.idempotency;

import org.jspecify.annotations.NullMarked;
