@NullMarked
package io.verigate.api.rulesets;

import org.jspecify.annotations.NullMarked;
