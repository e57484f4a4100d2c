package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.FactSchema;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignalDeriverTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+447400123456");
    private static final EmailAddress EMAIL = new EmailAddress("ann@eu.contoso.com");
    private static final Source SOURCE = new Source("203.0.113.9", "d-77");

    @TempDir Path folder;

    private SignalDeriver deriver = deriver(List.of());

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("table.mmdb");
        new MmdbFile(4)
                .add("203.0.113.0", 24, Map.of("country_code", "FR", "asn", "AS64500"))
                .write(file);
        deriver = deriver(List.of(file));
    }

    @Test
    void derivesEveryFactOfAPhoneNumberAndItsSource() {
        assertThat(facts(NUMBER, SOURCE, Signals.NONE))
                .containsOnly(
                        entry("phoneRegion", "GB"),
                        entry("lineType", "mobile"),
                        entry("carrier", "Three"),
                        entry("phoneValid", true),
                        entry("ipKnown", true),
                        entry("deviceKnown", true),
                        entry("sourceCountry", "FR"),
                        entry("foreignNumber", true),
                        entry("asn", 64500L),
                        entry("hostingNetwork", true),
                        entry("anonymisingNetwork", true));
    }

    @Test
    void derivesEveryFactOfAnEmailAddress() {
        assertThat(facts(EMAIL, Source.UNKNOWN, Signals.NONE))
                .containsOnly(entry("lineType", "unknown"), entry("ownDomainEmail", true));
        assertThat(facts(new EmailAddress("ann@throwaway.example"), Source.UNKNOWN, Signals.NONE))
                .containsOnly(entry("lineType", "unknown"), entry("disposableEmail", true));
    }

    @Test
    void callerOverridesEachSignal() {
        Signals told =
                new Signals(
                        Map.of(
                                Signal.LINE_TYPE, "voip",
                                Signal.COUNTRY, "GB",
                                Signal.ASN, 64501L,
                                Signal.HOSTING, false,
                                Signal.ANONYMISER, false,
                                Signal.PHONE_REGION, "JE",
                                Signal.CARRIER, "Sure"));

        assertThat(facts(NUMBER, SOURCE, told))
                .containsEntry("lineType", "voip")
                .containsEntry("lineTypeTold", true)
                .containsEntry("phoneRegion", "JE")
                .containsEntry("carrier", "Sure")
                .containsEntry("sourceCountry", "GB")
                .containsEntry("asn", 64501L)
                .doesNotContainKeys("foreignNumber", "hostingNetwork", "anonymisingNetwork");
    }

    @Test
    void callerOverridesEachSignalOfAnEmailAddress() {
        Signals told =
                new Signals(
                        Map.of(
                                Signal.OWN_DOMAIN_EMAIL, false,
                                Signal.DISPOSABLE_EMAIL, true,
                                Signal.LOOKALIKE_EMAIL, true));

        assertThat(facts(EMAIL, Source.UNKNOWN, told))
                .containsOnly(
                        entry("lineType", "unknown"),
                        entry("disposableEmail", true),
                        entry("lookalikeEmail", true));
    }

    @Test
    void whatIsToldIsOfTheTypeOfItsFact() {
        assertThatThrownBy(() -> new Signals(Map.of(Signal.HOSTING, "yes")))
                .hasMessage("`hosting` is a flag");
    }

    @Test
    void callerMayTellOfASourceWithoutAddress() {
        Signals told =
                new Signals(
                        Map.of(Signal.COUNTRY, "FR", Signal.ASN, 64500L, Signal.ANONYMISER, true));

        assertThat(facts(NUMBER, Source.UNKNOWN, told))
                .contains(
                        entry("foreignNumber", true),
                        entry("hostingNetwork", true),
                        entry("anonymisingNetwork", true))
                .doesNotContainKeys("ipKnown", "deviceKnown");
    }

    @Test
    void lineTypeIsOfPhoneNumbersOnly() {
        Signals told = new Signals(Map.of(Signal.LINE_TYPE, "voip"));

        assertThat(facts(EMAIL, SOURCE, told)).containsEntry("lineType", "unknown");
        assertThat(facts(null, SOURCE, told)).containsEntry("lineType", "unknown");
    }

    @Test
    void nothingIsKnownOfNothing() {
        SignalFacts signals = deriver.derive(interaction(Source.UNKNOWN, Signals.NONE), null);

        assertThat(signals.phone()).isEqualTo(PhoneSignals.NONE);
        assertThat(signals.email()).isEqualTo(EmailSignals.NONE);
        assertThat(signals.network()).isEqualTo(new NetworkSignals("", "", "", 0, false, false));
        assertThat(facts(null, Source.UNKNOWN, Signals.NONE))
                .containsOnly(entry("lineType", "unknown"));
    }

    @Test
    void sourceThatIsNoAddressIsNotKnown() {
        assertThat(facts(null, new Source("010.0.0.1", ""), Signals.NONE))
                .doesNotContainKey("ipKnown");
    }

    @Test
    void networkAndRangeAreAtHandForCounters() {
        SignalFacts signals = deriver.derive(interaction(SOURCE, Signals.NONE), NUMBER);

        assertThat(signals.network().network()).isEqualTo("203.0.113.0/24");
        assertThat(signals.phone().range()).isEqualTo("+4474001234");
    }

    @Test
    void showsNoAddress() {
        assertThat(deriver.derive(interaction(SOURCE, Signals.NONE), NUMBER).toString())
                .doesNotContain("7400", "203.0", "d-77");
        assertThat(deriver.derive(interaction(SOURCE, Signals.NONE), EMAIL).toString())
                .doesNotContain("ann", "contoso");
    }

    @Test
    void addressesAreParsedByTheirChannel() {
        Addresses addresses = new Addresses(Domains.of(List.of("contoso.com")));

        assertThat(addresses.parse(Channel.SMS, "+44 7400 123456"))
                .isEqualTo(new ParseResult.Valid<Address>(NUMBER));
        assertThat(addresses.parse(Channel.VOICE, "+44 7400 123456"))
                .isEqualTo(new ParseResult.Valid<Address>(NUMBER));
        assertThat(addresses.parse(Channel.EMAIL, "Ann@EU.contoso.com"))
                .isEqualTo(new ParseResult.Valid<Address>(EMAIL));
        assertThat(addresses.parse(Channel.EMAIL, "+447400123456"))
                .isInstanceOf(ParseResult.Invalid.class);
        assertThatThrownBy(() -> addresses.parse(Channel.PASSKEY, "x"))
                .hasMessageContaining("`passkey`");
    }

    private Map<String, Object> facts(@Nullable Address address, Source source, Signals told) {
        FactsBuilder builder = new FactSchema(List.of()).builder();
        deriver.derive(interaction(source, told), address).applyTo(builder);
        return builder.build().known();
    }

    private static Interaction interaction(Source source, Signals told) {
        return new Interaction(
                InteractionKind.SEND_CODE, "a-1", Method.NONE, source, "", null, told, null);
    }

    private static SignalDeriver deriver(List<Path> files) {
        try {
            return new SignalDeriver(
                    new NumberingPlan(List.of()),
                    new EmailDomains(
                            Domains.of(List.of("contoso.com")),
                            Domains.of(List.of("throwaway.example")),
                            FamiliarDomains.of(List.of("familiar.example"), List.of())),
                    new SourceNetworks(
                            NetworkTables.open(files),
                            NetworkList.of(List.of("AS64500")),
                            NetworkList.of(List.of("203.0.113.0/25"))));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
