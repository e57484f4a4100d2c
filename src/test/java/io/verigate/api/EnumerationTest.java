package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verigate.SettableClock;
import io.verigate.api.TestService.Answer;
import io.verigate.sandbox.SandboxClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Answers do not tell who or what exists: calls for each of two cases, in random order, have the same status, the same
/// headers and the same shape. `EnumerationTimingTest` compares their times, too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnumerationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHECKS = 5;
    private static final int CALLERS = 4;

    private final SettableClock real = new SettableClock("2026-11-23T09:00:00Z");
    private final SandboxClock clock = new SandboxClock(real, Duration.ZERO, ahead -> {});
    private TestService service;

    /// How many calls for each case come before those that are compared.
    int warmUp() {
        return 0;
    }

    /// How many calls for each case are compared; with `warmUp`, a multiple of five.
    int calls() {
        return 50;
    }

    /// Compares how long the calls of the two cases took, in nanoseconds.
    void compareTimes(String name, long[] first, long[] second) {}

    @BeforeAll
    void start() {
        service = TestService.on("enumeration", clock);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void checkingAnUnknownCodeIsLikeTypingAWrongOne() {
        String[] ids = new String[(warmUp() + calls()) / CHECKS];
        each(ids.length, i -> keep(ids, i, send("check-" + i, "check" + i)));
        compare(
                "check, wrong and unknown",
                i -> check(ids[i / CHECKS]),
                i -> check(unlike(ids[i / CHECKS])));
    }

    @Test
    void aSignInToAKnownAccountIsLikeOneToAnUnknownAccount() {
        know(warmUp() + calls(), "known-");
        compare(
                "decision on a sign-in, account known and unknown",
                i -> signIn("known-" + i),
                i -> signIn("other-" + i));
    }

    @Test
    void aCodeForAKnownAccountIsLikeOneForAnUnknownAccount() {
        know(warmUp() + calls(), "told-");
        String[] known = new String[warmUp() + calls()];
        String[] unknown = new String[warmUp() + calls()];
        compare(
                "code, account known and unknown",
                i -> keep(known, i, send("told-" + i, "told" + i)),
                i -> keep(unknown, i, send("untold-" + i, "untold" + i)));
        real.advance(Duration.ofSeconds(31));
        compare(
                "resend, account known and unknown",
                i -> service.call("POST", resend(known[i]), "{}"),
                i -> service.call("POST", resend(unknown[i]), "{}"));
    }

    private void compare(String name, IntFunction<Answer> one, IntFunction<Answer> other) {
        long[] first = new long[calls()];
        long[] second = new long[calls()];
        Random order = new Random(5);
        boolean[] oneFirst = new boolean[warmUp() + calls()];
        for (int i = 0; i < oneFirst.length; i++) {
            oneFirst[i] = order.nextBoolean();
        }
        each(
                warmUp() + calls(),
                i -> {
                    Timed a = timed(oneFirst[i] ? one : other, i);
                    Timed b = timed(oneFirst[i] ? other : one, i);
                    assertThat(shape(a.answer())).isEqualTo(shape(b.answer()));
                    if (i >= warmUp()) {
                        first[i - warmUp()] = oneFirst[i] ? a.nanos() : b.nanos();
                        second[i - warmUp()] = oneFirst[i] ? b.nanos() : a.nanos();
                    }
                });
        compareTimes(name, first, second);
    }

    private record Timed(long nanos, Answer answer) {}

    private static Timed timed(IntFunction<Answer> call, int which) {
        long start = System.nanoTime();
        Answer answer = call.apply(which);
        return new Timed(System.nanoTime() - start, answer);
    }

    /// Does something for each number below one, some at a time.
    private static void each(int below, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                all.add(
                        callers.submit(() -> {
                            for (int i = next.getAndIncrement();
                                    i < below;
                                    i = next.getAndIncrement()) {
                                work.accept(i);
                            }
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a caller failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted", e);
        }
    }

    private static String shape(Answer answer) {
        try {
            return answer.status()
                    + " "
                    + new TreeSet<>(answer.whole().headers().map().keySet())
                    + " "
                    + shape(JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }

    private static String shape(JsonNode node) {
        StringBuilder shape = new StringBuilder();
        if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            shape.append(field.getKey())
                                    .append(':')
                                    .append(shape(field.getValue())));
            return "{" + shape + "}";
        }
        if (node.isArray()) {
            node.forEach(item -> shape.append(shape(item)));
            return "[" + shape + "]";
        }
        return node.isBoolean() ? node.toString() : node.getNodeType().toString();
    }

    /// Accounts that were told.
    private void know(int accounts, String prefix) {
        each(
                accounts,
                i -> service.call("PUT", "/v1/accounts/" + prefix + i, "{\"language\": \"en\"}"));
    }

    private Answer signIn(String account) {
        return service.call(
                "POST",
                "/v1/decisions",
                "{\"interaction\": \"sign-in\", \"account\": \"%s\"}".formatted(account));
    }

    /// To mailboxes: so many codes to numbers would make their region hot.
    private Answer send(String account, String mailbox) {
        return service.call(
                "POST",
                "/v1/verifications",
                "{\"account\": \"%s\", \"method\": {\"channel\": \"email\", \"address\": \"%s@example.org\"}}"
                        .formatted(account, mailbox));
    }

    private static Answer keep(String[] ids, int which, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        ids[which] = answer.body().replaceFirst(".*?\"id\":\"(v-[0-9a-f]+)\".*", "$1");
        return answer;
    }

    private Answer check(String id) {
        return service.call("POST", "/v1/verifications/" + id + "/check", "{\"code\": \"000000\"}");
    }

    private static String resend(String id) {
        return "/v1/verifications/" + id + "/resend";
    }

    /// An id of the same form that nothing has.
    private static String unlike(String id) {
        return id.substring(0, id.length() - 12) + "000000000000";
    }
}
