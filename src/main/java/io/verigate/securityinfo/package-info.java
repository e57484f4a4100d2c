@NullMarked
package io.verigate.securityinfo;

import org.jspecify.annotations.NullMarked;
