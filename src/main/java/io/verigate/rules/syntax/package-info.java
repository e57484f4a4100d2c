@NullMarked
package io.verigate.rules.syntax;

import org.jspecify.annotations.NullMarked;
