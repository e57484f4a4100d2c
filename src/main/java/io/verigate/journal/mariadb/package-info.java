/// How journal stands in MariaDB.
@NullMarked
package io.verigate.journal.mariadb;

import org.jspecify.annotations.NullMarked;
