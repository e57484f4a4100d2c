/// The public REST API. It makes no decisions.
@NullMarked
package io.verigate.api;

import org.jspecify.annotations.NullMarked;
