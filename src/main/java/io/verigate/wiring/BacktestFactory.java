package io.verigate.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.verigate.backtest.Backtest;
import io.verigate.backtest.Replay;
import io.verigate.backtest.Revisions;
import io.verigate.backtest.RunDesk;
import io.verigate.backtest.Runs;
import io.verigate.backtest.mariadb.MariaDbRuns;
import io.verigate.backtest.mariadb.MariaDbVerified;
import io.verigate.database.DatabaseAddress;
import io.verigate.http.BacktestOrders;
import io.verigate.http.wire.Json;
import io.verigate.journal.Journal;
import io.verigate.journal.JournalReading;
import io.verigate.journal.mariadb.MariaDbJournalReading;
import io.verigate.ruleset.RuleSets;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/// Backtests and replays, which read the log over a connection of their own.
@Factory
final class BacktestFactory {
    @Singleton
    JournalReading.Opening journalReading(DatabaseAddress address) {
        return filter -> new MariaDbJournalReading(address::connect, filter);
    }

    @Singleton
    Revisions revisions(RuleSets kept) {
        return kept::find;
    }

    @Singleton
    Runs runs(DataSource database) {
        return new MariaDbRuns(database);
    }

    @Singleton
    RunDesk.Work work(JournalReading.Opening journal, Revisions revisions, DataSource database) {
        return new RunDesk.Work(
                new Backtest(journal, revisions, new MariaDbVerified(database), System::nanoTime),
                new Replay(journal, revisions, System::nanoTime));
    }

    /// One thread, unless the operator can spare more: decisions come first.
    @Singleton
    @Bean(preDestroy = "close")
    RunDesk runDesk(
            Runs runs, RunDesk.Work work, InstantSource clock, Settings.Backtests backtests) {
        return new RunDesk(
                runs,
                work,
                Json::text,
                new RunDesk.Clocks(clock, System::nanoTime),
                backtests.threads());
    }

    @Singleton
    BacktestOrders backtestOrders(Revisions revisions, Journal journal, InstantSource clock) {
        return new BacktestOrders(revisions, journal, clock);
    }
}
