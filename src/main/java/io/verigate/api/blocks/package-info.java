@NullMarked
package io.verigate.api.blocks;

import org.jspecify.annotations.NullMarked;
