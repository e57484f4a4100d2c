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

/// Message prices from the table with the column `messagePrice`. Thread-safe.
public final class Prices {
    static final String COLUMN = "messagePrice";
    static final String CURRENCY = "priceCurrency";
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    // Prices are computed in millionths.
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private final OptionalInt place;
    private final String currency;
    private final Map<String, Long> parsed = new ConcurrentHashMap<>();

    public Prices(Policies policies) {
        place = policies.schema().index(COLUMN);
        currency = String.join(" ", policies.list(CURRENCY));
    }

    /// Why a price is invalid; empty when it is valid or missing.
    static Optional<String> wrong(String price) {
        return price.isEmpty() || PRICE.matcher(price).matches()
                ? Optional.empty()
                : Optional.of(
                        "`%s` must be a price such as `0.045`, with a decimal point and at most six decimals"
                                .formatted(price));
    }

    /// Why the currency is invalid; empty when it is valid or missing.
    static Optional<String> wrong(List<String> currency) {
        boolean known =
                currency.stream()
                        .allMatch(code ->
                                Currency.getAvailableCurrencies().stream()
                                        .anyMatch(one -> one.getCurrencyCode().equals(code)));
        return known && currency.size() < 2
                ? Optional.empty()
                : Optional.of("must be exactly one ISO 4217 currency code, such as `[EUR]`");
    }

    /// ISO 4217 code; empty without one.
    public String currency() {
        return currency;
    }

    /// The price of a message in millionths; null when the table has none.
    public @Nullable Long micros(Facts facts) {
        return place.isEmpty() ? null : micros(facts.text(place.getAsInt()));
    }

    /// The same for the recorded facts of a decision.
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
                    "the price `%s` must be a number such as `0.045`: fix the table of prices"
                            .formatted(text),
                    e);
        }
    }
}
