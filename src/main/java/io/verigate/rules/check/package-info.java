@NullMarked
package io.verigate.rules.check;

import org.jspecify.annotations.NullMarked;
