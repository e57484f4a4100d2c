/// The durable ledger: transactions from many threads share one transaction of MariaDB.
@NullMarked
package io.verigate.ledger.mariadb;

import org.jspecify.annotations.NullMarked;
