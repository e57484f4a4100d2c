@NullMarked
package io.verigate.api.regions;

import org.jspecify.annotations.NullMarked;
