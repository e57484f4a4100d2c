/// The public interface over HTTP. Nothing is decided here.
@NullMarked
package io.verigate.api;

import org.jspecify.annotations.NullMarked;
