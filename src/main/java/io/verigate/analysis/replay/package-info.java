@NullMarked
package io.verigate.analysis.replay;

import org.jspecify.annotations.NullMarked;
