@NullMarked
package io.verigate.api.common.admission;

import org.jspecify.annotations.NullMarked;
