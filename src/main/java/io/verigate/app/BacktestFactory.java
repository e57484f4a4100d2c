package io.verigate.app;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.verigate.analysis.backtest.AnalysisRuns;
import io.verigate.analysis.backtest.Backtest;
import io.verigate.analysis.backtest.BacktestConfiguration;
import io.verigate.analysis.backtest.BacktestService;
import io.verigate.analysis.backtest.VerifiedCodes;
import io.verigate.analysis.replay.Replay;
import io.verigate.analysis.replay.Revisions;
import io.verigate.api.common.json.Json;
import io.verigate.database.DatabaseAddress;
import io.verigate.journal.JournalScan;
import io.verigate.journal.mariadb.MariaDbJournalScan;
import io.verigate.ruleset.RuleSetRepository;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Backtests and replays, which read the log over a connection of their own.
@Factory
final class BacktestFactory {
    @Singleton
    JournalScan.ScanFactory journalReading(DatabaseAddress address) {
        return filter -> new MariaDbJournalScan(address::connect, filter);
    }

    @Singleton
    Revisions revisions(RuleSetRepository kept) {
        return kept::find;
    }

    @Singleton
    BacktestService.Work work(
            JournalScan.ScanFactory journal, Revisions revisions, VerifiedCodes verified) {
        return new BacktestService.Work(
                new Backtest(journal, revisions, verified, System::nanoTime),
                new Replay(journal, revisions, System::nanoTime));
    }

    /// One thread, unless the operator can spare more: decisions come first.
    @Singleton
    @Bean(preDestroy = "close")
    BacktestService backtests(
            AnalysisRuns runs,
            BacktestService.Work work,
            InstantSource clock,
            BacktestConfiguration configuration) {
        return new BacktestService(
                runs,
                work,
                Json::text,
                new BacktestService.Clocks(clock, System::nanoTime),
                configuration.threads());
    }
}
