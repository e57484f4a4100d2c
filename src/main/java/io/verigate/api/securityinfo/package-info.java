@NullMarked
package io.verigate.api.securityinfo;

import org.jspecify.annotations.NullMarked;
