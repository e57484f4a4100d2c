@NullMarked
package io.verigate.rules.compile;

import org.jspecify.annotations.NullMarked;
