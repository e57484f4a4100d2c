/// The append-only log of decisions.
@NullMarked
package io.verigate.journal;

import org.jspecify.annotations.NullMarked;
