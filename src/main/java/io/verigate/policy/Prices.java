package io.verigate.policy;

import io.verigate.decision.Facts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What messages cost, by the table with the column `messagePrice`. Thread-safe.
public final class Prices {
    static final String COLUMN = "messagePrice";
    static final String CURRENCY = "priceCurrency";
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    // A price counts in millionths.
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private final OptionalInt place;
    private final String currency;
    private final Map<String, Long> parsed = new ConcurrentHashMap<>();

    public Prices(Policies policies) {
        place = policies.schema().place(COLUMN);
        currency = String.join(" ", policies.list(CURRENCY));
    }

    /// What is wrong with a price; empty when it is one, or none is given.
    static Optional<String> wrong(String price) {
        return price.isEmpty() || PRICE.matcher(price).matches()
                ? Optional.empty()
                : Optional.of(
                        "`%s` is not a price such as `0.045`: write it with a point, and at most six digits behind it"
                                .formatted(price));
    }

    /// What is wrong with the currency of all prices; empty when it is one, or none is given.
    static Optional<String> wrong(List<String> currency) {
        boolean known =
                currency.stream()
                        .allMatch(code ->
                                Currency.getAvailableCurrencies().stream()
                                        .anyMatch(one -> one.getCurrencyCode().equals(code)));
        return known && currency.size() < 2
                ? Optional.empty()
                : Optional.of("prices have one currency, by its code of ISO 4217, such as `[EUR]`");
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
