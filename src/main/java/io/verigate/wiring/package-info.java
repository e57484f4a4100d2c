/// Puts the parts together. The only place that knows all of them.
@NullMarked
package io.verigate.wiring;

import org.jspecify.annotations.NullMarked;
