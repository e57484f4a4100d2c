/// What lets people who integrate move the clock and read what would have been sent.
@NullMarked
package io.verigate.sandbox;

import org.jspecify.annotations.NullMarked;
