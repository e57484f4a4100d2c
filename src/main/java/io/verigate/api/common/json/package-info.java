/// What callers get: the records of answers, spelt as the public interface fixes them.
@NullMarked
package io.verigate.api.common.json;

import org.jspecify.annotations.NullMarked;
