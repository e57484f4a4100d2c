/// Versions of rule sets: how they are kept, published, activated, tried beside the active one, and taken back.
@NullMarked
package io.verigate.ruleset;

import org.jspecify.annotations.NullMarked;
