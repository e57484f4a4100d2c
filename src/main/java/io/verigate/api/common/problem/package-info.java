/// What goes wrong, as told to callers: problem details after RFC 9457.
@NullMarked
package io.verigate.api.common.problem;

import org.jspecify.annotations.NullMarked;
