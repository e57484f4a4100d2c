/// JSON: reading request bodies and writing responses.
@NullMarked
package io.verigate.api.common.json;

import org.jspecify.annotations.NullMarked;
