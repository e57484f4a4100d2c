/// How backtests stand in MariaDB.
@NullMarked
package io.verigate.analysis.backtest.mariadb;

import org.jspecify.annotations.NullMarked;
