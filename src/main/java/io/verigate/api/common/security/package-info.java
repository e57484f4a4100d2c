/// What every call passes: its request id, its caller, and what that caller may do.
@NullMarked
package io.verigate.api.common.security;

import org.jspecify.annotations.NullMarked;
