package io.verigate.bench;

import io.verigate.api.TestService;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.ruleset.Rollout;
import io.verigate.ruleset.RuleSetFollower;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetVersion;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Reloads under load: failed calls, how long calls took during against before, memory before and after.
///
/// Options: `reloads` at most, `minutes` at most.
final class ReloadBench {
    private static final int CALLERS = 4;
    private static final int WARM_UP = 20_000;
    private static final int BEFORE = 20_000;
    private static final int THOUSAND = 1_000;
    private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");

    private final int reloads;
    private final int minutes;
    private final ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
    private final Semaphore calls = new Semaphore(0);
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    private ReloadBench(int reloads, int minutes) {
        this.reloads = reloads;
        this.minutes = minutes;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Options options = Options.given();
        ReloadBench bench =
                new ReloadBench(options.number("reloads", 100), options.number("minutes", 5));
        options.end();
        bench.run();
        System.exit(0); // the pools of the test database are no daemons
    }

    private void run() throws InterruptedException {
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        load("the shipped rules", shipped);
        try (TestService service =
                        new TestService(
                                "reload_bench", Map.of("verigate.rules.source", "database"));
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                callers.submit(() -> call(service, caller));
            }
            try {
                calls.acquire(WARM_UP);
                took.clear();
                calls.acquire(BEFORE);
                tell("before", 0);
                tell("during", reload(service, shipped));
            } finally {
                over.set(true);
            }
        }
        System.out.printf("failed calls: %d%n", failed.get());
        load("a thousand more", thousand(shipped));
    }

    private int reload(TestService service, RuleSetFiles shipped) {
        RuleSetRepository store = service.bean(RuleSetRepository.class);
        RuleSetFollower follower = service.bean(RuleSetFollower.class);
        String first = follower.state().revision();
        Map<String, String> files = shipped.all();
        files.merge("policies/wait-times.yaml", "# again\n", String::concat);
        RuleSetFiles again = RuleSetFiles.of(files);
        store.add(
                new RuleSetVersion(
                        again.revision(),
                        first,
                        "bench",
                        "again",
                        AT,
                        new RuleSetVersion.Examination(0, 0, List.of())),
                again);
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        int done = 0;
        while (done < reloads && System.nanoTime() - end < 0) {
            Rollout now = store.current().orElseThrow();
            String next = now.active().equals(first) ? again.revision() : first;
            store.advance(now.next(next, null, "bench", AT));
            follower.follow();
            done++;
            if (done == reloads / 10) {
                memory("after a tenth of the reloads");
            }
        }
        return done;
    }

    private void call(TestService service, int caller) {
        for (int i = 0; !over.get(); i++) {
            long start = System.nanoTime();
            String body =
                    "{\"interaction\":\"sign-in\",\"account\":\"a-%d-%d\"}".formatted(caller, i);
            boolean good = service.call("POST", "/v1/decisions", body).status() == 200;
            took.add(System.nanoTime() - start);
            calls.release();
            failed.addAndGet(good ? 0 : 1);
        }
    }

    private void tell(String when, int done) {
        List<Long> sorted = new ArrayList<>(took);
        sorted.sort(null);
        took.clear();
        System.out.printf(
                "%s: %d calls, %d reloads, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
                when,
                sorted.size(),
                done,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.get(sorted.size() * 999 / 1000) / 1e6);
        memory(when);
    }

    private static void memory(String when) {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long metaspace =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum();
        System.out.printf(
                "%s: heap %d MB, metaspace %d MB, classes %d%n",
                when,
                heap >> 20,
                metaspace >> 20,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static void load(String which, RuleSetFiles files) {
        long start = System.nanoTime();
        try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files)) {
            System.out.printf(
                    "reload of %s, %d rules: %d ms%n",
                    which, ruleSet.rules().size(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    /// The shipped rules and many that are like one of them.
    private static RuleSetFiles thousand(RuleSetFiles shipped) {
        Map<String, String> files = new TreeMap<>(shipped.all());
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < THOUSAND; i++) {
            many.append(
                    """
                    rule "Many %1$d"
                      @id("MM-%2$03d")
                      @summary("One of many")
                      @reason("high-volume")
                      @owner("bench")
                      @requirement("S02")
                      @since("2026-11-23")
                    when
                      Request( asksForCode, codesInARow > %3$d, $wait : destinationWait )
                    then
                      findings.wait($wait);
                    end
                    """
                            .formatted(i, i, 1_000 + i));
        }
        files.put("rules/many.drl", many.toString());
        return RuleSetFiles.of(files);
    }
}
