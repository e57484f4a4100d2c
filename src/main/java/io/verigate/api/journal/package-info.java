@NullMarked
package io.verigate.api.journal;

import org.jspecify.annotations.NullMarked;
