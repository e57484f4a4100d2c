@NullMarked
package io.verigate.api.verifications;

import org.jspecify.annotations.NullMarked;
