package io.verigate.policy;

import io.verigate.decision.Facts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What messages cost, by the table with the column `messagePrice`. Thread-safe.
public final class Prices {
    private static final String COLUMN = "messagePrice";
    private static final String CURRENCY = "priceCurrency";
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    private final OptionalInt place;
    private final String currency;
    private final Map<String, Long> parsed = new ConcurrentHashMap<>();

    public Prices(Policies policies) {
        place = policies.schema().place(COLUMN);
        currency = String.join(" ", policies.list(CURRENCY));
    }

    /// ISO 4217 code; empty when the policies name none.
    public String currency() {
        return currency;
    }

    /// The price of the message that the facts are about, in millionths; null when the table has none.
    public @Nullable Long micros(Facts facts) {
        return place.isEmpty() ? null : micros(facts.text(place.getAsInt()));
    }

    /// The same of a decision's facts.
    public @Nullable Long micros(Map<String, Object> facts) {
        return micros(facts.getOrDefault(COLUMN, "").toString());
    }

    private @Nullable Long micros(String text) {
        return text.isEmpty() ? null : parsed.computeIfAbsent(text, Prices::parse);
    }

    /// @throws IllegalArgumentException when a price is not a number
    private static Long parse(String text) {
        try {
            return new BigDecimal(text).multiply(MICROS).longValueExact();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the price `%s` is not a number such as `0.045`: correct the table of prices"
                            .formatted(text),
                    e);
        }
    }
}
