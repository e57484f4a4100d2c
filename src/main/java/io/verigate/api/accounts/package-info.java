@NullMarked
package io.verigate.api.accounts;

import org.jspecify.annotations.NullMarked;
