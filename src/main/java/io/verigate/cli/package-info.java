/// The commands that a person types.
@NullMarked
package io.verigate.cli;

import org.jspecify.annotations.NullMarked;
