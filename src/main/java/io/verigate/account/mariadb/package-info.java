/// Stores accounts in MariaDB.
@NullMarked
package io.verigate.account.mariadb;

import org.jspecify.annotations.NullMarked;
