@NullMarked
package io.verigate.api.common.openapi;

import org.jspecify.annotations.NullMarked;
