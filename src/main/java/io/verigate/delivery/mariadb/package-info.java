/// How delivery stands in MariaDB.
@NullMarked
package io.verigate.delivery.mariadb;

import org.jspecify.annotations.NullMarked;
