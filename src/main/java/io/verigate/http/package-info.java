/// The public interface over HTTP. Nothing is decided here.
@NullMarked
package io.verigate.http;

import org.jspecify.annotations.NullMarked;
