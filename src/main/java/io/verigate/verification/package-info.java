@NullMarked
package io.verigate.verification;

import org.jspecify.annotations.NullMarked;
