/// How backtests stand in MariaDB.
@NullMarked
package io.verigate.backtest.mariadb;

import org.jspecify.annotations.NullMarked;
