@NullMarked
package io.verigate.api.decisions;

import org.jspecify.annotations.NullMarked;
