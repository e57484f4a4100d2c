/// Checks, compiles and runs `rules/`. The only user of Drools.
@NullMarked
package io.verigate.rules.runtime;

import org.jspecify.annotations.NullMarked;
