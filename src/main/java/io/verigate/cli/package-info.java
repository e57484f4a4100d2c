/// The command line.
@NullMarked
package io.verigate.cli;

import org.jspecify.annotations.NullMarked;
