package io.verigate.api;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// Everything that the services of a test run said: answers with their headers, log lines, metrics. Only what may be a
/// part of an address or a code is kept, with one line in which it stood. Thread-safe.
final class Overheard {
    /// What may be said where: the sandbox shows messages, the papers are the same for everybody, and rule sets hold
    /// cases with made-up numbers that tests use too.
    private static final Pattern NOT_HEARD =
            Pattern.compile(
                    "/sandbox/messages.*|/openapi.*|/docs.*|/v1/rulesets.*|/v1/accounts/[^/]+/personal-data");

    /// Lengths and times that are numbers by their nature.
    private static final Pattern NUMBERS =
            Pattern.compile("(?i)(retryAfterSeconds\"|retry-after|content-length)[:=\\[ ]*[0-9]+");

    private static final Pattern WORDS = Pattern.compile("[\\p{Alnum}._@+-]+");
    private static final Pattern WRITTEN_NUMBERS = Pattern.compile("\\+?[0-9][0-9 ().-]{5,}[0-9]");
    private static final Pattern ENDS = Pattern.compile("^[._+-]+|[._+-]+$");
    private static final Pattern IDS = Pattern.compile(".*[0-9a-f-]{24,}.*");
    private static final int MAX_LINE_LENGTH = 300;
    private static final int MIN_DIGITS = 8;

    private static final Map<String, String> HEARD = new ConcurrentHashMap<>();
    private static final Map<String, AtomicLong> LINES = new ConcurrentHashMap<>();

    private Overheard() {}

    /// Begins to listen to the log.
    static void log() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender("overheard") == null) {
            Ear ear = new Ear();
            ear.setName("overheard");
            ear.setContext(root.getLoggerContext());
            ear.start();
            root.addAppender(ear);
        }
    }

    /// An answer was given.
    static void answer(String path, HttpResponse<String> answer) {
        if (NOT_HEARD.matcher(path).matches()) {
            return;
        }
        String kind =
                path.equals("/prometheus")
                        ? "metrics"
                        : answer.statusCode() >= 400 ? "errors" : "answers";
        answer.headers().map().forEach((name, values) -> hear("headers", name + ": " + values));
        hear(kind, answer.body());
    }

    /// Something was said.
    static void hear(String kind, String text) {
        text.lines()
                .forEach(line -> {
                    LINES.computeIfAbsent(kind, key -> new AtomicLong()).incrementAndGet();
                    words(line)
                            .forEach((word, at) ->
                                    HEARD.computeIfAbsent(word, key -> around(line, at)));
                });
    }

    /// The words of a line that may be a part of an address or a code, each with where it stands. A number that is
    /// written with blanks, dashes or brackets is one word, too.
    private static Map<String, Integer> words(String line) {
        String said = NUMBERS.matcher(line).replaceAll("");
        Map<String, Integer> found = new HashMap<>();
        Matcher words = WORDS.matcher(said);
        while (words.find()) {
            found.put(ENDS.matcher(words.group()).replaceAll(""), words.start());
        }
        Matcher numbers = WRITTEN_NUMBERS.matcher(said);
        while (numbers.find()) {
            String digits = numbers.group().replaceAll("[^0-9]", "");
            // A date beside an hour is no code.
            if (digits.length() >= MIN_DIGITS) {
                found.put(digits, numbers.start());
            }
        }
        Map<String, Integer> kept = new HashMap<>();
        found.forEach((word, at) -> {
            if (word.length() > 2 && !IDS.matcher(word).matches()) {
                kept.put(word.toLowerCase(Locale.ROOT), at);
            }
        });
        return kept;
    }

    private static String around(String line, int at) {
        int from = Math.max(0, Math.min(at, line.length()) - MAX_LINE_LENGTH / 2);
        return line.substring(from, Math.min(line.length(), from + MAX_LINE_LENGTH));
    }

    /// Whether one of some secrets would be found in a line.
    static boolean wouldFind(String line, Set<String> secrets) {
        return words(line).keySet().stream().anyMatch(secrets::contains);
    }

    /// Which of some secrets were said, each with one line in which it stood.
    static Map<String, String> among(Set<String> secrets) {
        Map<String, String> said = new TreeMap<>();
        secrets.forEach(secret -> {
            String line = HEARD.get(secret);
            if (line != null) {
                said.put(secret, line);
            }
        });
        return said;
    }

    /// Words of six digits that were said: what a code could be taken for.
    static Set<String> likeCodes() {
        Set<String> some = new TreeSet<>(HEARD.keySet());
        some.removeIf(word -> !word.matches("[0-9]{6}"));
        return some;
    }

    /// How many lines of each kind were searched.
    static Map<String, AtomicLong> lines() {
        return new TreeMap<>(LINES);
    }

    private static final class Ear extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            hear("log", event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                hear("log", ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }
}
