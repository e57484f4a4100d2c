package io.verigate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// How many recorded decisions a service tries again by a rule set in a second, and how many it proves. What is recorded
/// are copies of decisions that it made.
///
/// Options: `rows` of the journal, `threads`, `rounds`.
final class BacktestBench {
    private static final Duration PERIOD = Duration.ofDays(1);
    private static final String EVENT_DATA = "data:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchService service;
    private final HttpClient client;

    private BacktestBench(BenchService service, HttpClient client) {
        this.service = service;
        this.client = client;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.given();
        int rows = options.number("rows", 1_000_000);
        List<Integer> threads = options.numbers("threads", "1,2");
        int rounds = options.number("rounds", 3);
        options.end();
        try (BenchService service = BenchService.start("backtest_bench", Map.of());
                HttpClient client = HttpClient.newHttpClient()) {
            WarmUp.of(service, service.requests().decision(), 128, 1);
            try (Filling filling = new Filling("backtest_bench")) {
                filling.again(rows);
            }
            new BacktestBench(service, client).compare(threads, rounds);
        }
        System.exit(0); // the pools of the test database are no daemons
    }

    private void compare(List<Integer> threads, int rounds)
            throws IOException, InterruptedException {
        String revision = get("/v1/rulesets/active").path("revision").asText();
        Instant now = Instant.now(); // after everything that is recorded
        String period = "\"from\":\"%s\",\"to\":\"%s\"".formatted(now.minus(PERIOD), now);
        System.out.println(
                "\n| threads | round | backtest: decisions, decisions/s, peak heap MB | replay: decisions, decisions/s, peak heap MB | same |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (int some : threads) {
            for (int round = 1; round <= rounds; round++) {
                JsonNode tried =
                        run(
                                "{\"revision\":\"%s\",\"threads\":%d,%s}"
                                        .formatted(revision, some, period));
                JsonNode proven =
                        run("{\"kind\":\"replay\",\"threads\":%d,%s}".formatted(some, period));
                System.out.printf(
                        "| %d | %d | %s | %s | %s |%n",
                        some, round, pace(tried), pace(proven), proven.path("same"));
            }
        }
    }

    private static String pace(JsonNode report) {
        JsonNode pace = report.path("pace");
        return "%s, %s, %d"
                .formatted(
                        report.path("decisions"),
                        pace.path("perSecond"),
                        pace.path("peakHeapBytes").asLong() / 1_000_000);
    }

    /// Orders one and follows it to its end.
    private JsonNode run(String order) throws IOException, InterruptedException {
        HttpRequest request =
                call("/v1/backtests")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(order))
                        .build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        String id = JSON.readTree(body).path("id").asText();
        if (id.isEmpty()) {
            throw new IllegalStateException("the order was not taken: " + body);
        }
        client.send(call("/v1/backtests/" + id + "/events").build(), BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(EVENT_DATA))
                .forEach(BacktestBench::progress);
        JsonNode result = get("/v1/backtests/" + id).path("result");
        if (result.isMissingNode()) {
            throw new IllegalStateException("the run failed: " + get("/v1/backtests/" + id));
        }
        return result;
    }

    private static void progress(String line) {
        try {
            JsonNode run = JSON.readTree(line.substring(EVENT_DATA.length()));
            System.err.printf(
                    "%s: %s decisions, %s%n",
                    run.path("kind").asText(), run.path("decisions"), run.path("state").asText());
        } catch (IOException e) {
            throw new IllegalStateException("an event is no JSON", e);
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(client.send(call(path).build(), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(service.url().resolve(path))
                .header("Authorization", "Bearer " + service.key());
    }
}
