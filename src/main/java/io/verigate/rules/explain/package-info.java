@NullMarked
package io.verigate.rules.explain;

import org.jspecify.annotations.NullMarked;
