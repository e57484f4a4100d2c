/// Who may call: API keys, roles and scopes.
@NullMarked
package io.verigate.access;

import org.jspecify.annotations.NullMarked;
