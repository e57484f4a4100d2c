/// Accounts, their security info and their usage pattern.
@NullMarked
package io.verigate.account;

import org.jspecify.annotations.NullMarked;
