/// Problem details (RFC 9457).
@NullMarked
package io.verigate.api.common.problem;

import org.jspecify.annotations.NullMarked;
