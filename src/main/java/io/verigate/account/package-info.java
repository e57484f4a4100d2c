/// Accounts, their security info and the pattern of their use.
@NullMarked
package io.verigate.account;

import org.jspecify.annotations.NullMarked;
