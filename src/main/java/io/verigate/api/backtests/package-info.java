@NullMarked
package io.verigate.api.backtests;

import org.jspecify.annotations.NullMarked;
