/// Stores counters and blocks in MariaDB.
@NullMarked
package io.verigate.activity.mariadb;

import org.jspecify.annotations.NullMarked;
