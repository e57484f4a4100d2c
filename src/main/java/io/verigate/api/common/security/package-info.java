/// Request filters: request ids, API keys and scopes.
@NullMarked
package io.verigate.api.common.security;

import org.jspecify.annotations.NullMarked;
