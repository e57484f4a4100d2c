@NullMarked
package io.verigate.api.sandbox;

import org.jspecify.annotations.NullMarked;
