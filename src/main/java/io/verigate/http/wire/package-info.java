/// What callers get: the records of answers, spelt as the public interface fixes them.
@NullMarked
package io.verigate.http.wire;

import org.jspecify.annotations.NullMarked;
