@NullMarked
package io.verigate.rules.lint;

import org.jspecify.annotations.NullMarked;
