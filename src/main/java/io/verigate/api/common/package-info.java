@NullMarked
package io.verigate.api.common;

import org.jspecify.annotations.NullMarked;
