/// Stores the outbox in MariaDB.
@NullMarked
package io.verigate.delivery.outbox.mariadb;

import org.jspecify.annotations.NullMarked;
