/// How old rows leave MariaDB, and those of one account.
@NullMarked
package io.verigate.retention.mariadb;

import org.jspecify.annotations.NullMarked;
