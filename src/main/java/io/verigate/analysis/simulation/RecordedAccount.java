package io.verigate.analysis.simulation;

import io.verigate.account.Account;
import io.verigate.account.Pattern;
import io.verigate.account.PromptClock;
import io.verigate.account.SecurityInfo;
import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Source;
import io.verigate.decision.Standing;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.WireEnum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The account of a recorded interaction, as its facts describe it: what people and operators did to it does not depend
/// on the rules, and stays as it was.
///
/// @param source where the interaction comes from now
/// @param address where its code goes now; null without one
record RecordedAccount(
        Fingerprints fingerprints,
        RecordedInteraction recorded,
        Source source,
        @Nullable Address address) {
    /// Another device, network or country than the one of the interaction.
    private static final String OTHER = "ZZ";

    /// The id of security info of a channel without addresses.
    static String info(Channel channel) {
        return "si-" + channel.wireName();
    }

    /// The account before the interaction.
    Account account(Optional<Account> before) {
        Instant at = recorded.at();
        Duration age = (Duration) recorded.value(KnownFact.ACCOUNT_AGE);
        return new Account(
                recorded.account(),
                WireEnum.parse(AccountKind.class, recorded.text(KnownFact.ACCOUNT_KIND))
                        .orElse(AccountKind.PERSONAL),
                "",
                WireEnum.parse(Standing.class, recorded.text(KnownFact.ACCOUNT_STANDING))
                        .orElse(Standing.GOOD),
                at.minus(age),
                methods(before.map(Account::securityInfo).orElse(List.of())),
                pattern(),
                prompt());
    }

    /// A clock that runs for as long as it ran.
    private PromptClock prompt() {
        return new PromptClock(
                recorded.flag(KnownFact.PROMPT_OPEN) ? ago(KnownFact.SINCE_FIRST_NOTICE) : null,
                ago(KnownFact.SINCE_PROMPT_SKIP),
                ago(KnownFact.SINCE_CONFIRMED));
    }

    private @Nullable Instant ago(KnownFact since) {
        return recorded.knows(since) ? recorded.at().minus((Duration) recorded.value(since)) : null;
    }

    /// The method that was asked, the confirmed ones that were asked before, and as many without an address as are
    /// missing.
    private List<SecurityInfo> methods(List<SecurityInfo> before) {
        List<SecurityInfo> methods = new ArrayList<>();
        asked(before).ifPresent(methods::add);
        long confirmed = (Long) recorded.value(KnownFact.CONFIRMED_METHODS);
        for (SecurityInfo info : before) {
            boolean another = info.address() != null && !info.address().equals(address);
            if (another && confirmed(methods) < confirmed) {
                methods.add(info.confirmed(confirmedAt()));
            }
        }
        Channel other = recorded.flag(KnownFact.CODES_ONLY) ? Channel.EMAIL : Channel.PASSKEY;
        for (int i = 0; confirmed(methods) < confirmed; i++) {
            methods.add(
                    SecurityInfo.pending("si-other-" + i, other, null, "", confirmedAt())
                            .confirmed(confirmedAt()));
        }
        return methods;
    }

    private Instant confirmedAt() {
        Instant told = ago(KnownFact.SINCE_CONFIRMED);
        return told == null ? recorded.at() : told;
    }

    private static long confirmed(List<SecurityInfo> methods) {
        return methods.stream().filter(info -> info.state() == InfoState.CONFIRMED).count();
    }

    /// Keeps its id, by which a code that was sent to it proves it.
    private Optional<SecurityInfo> asked(List<SecurityInfo> before) {
        Optional<Channel> channel =
                WireEnum.parse(Channel.class, recorded.text(KnownFact.CHANNEL))
                        .filter(known -> recorded.flag(KnownFact.ENROLLED));
        return channel.map(known -> {
            String id =
                    before.stream()
                            .filter(info -> address != null && address.equals(info.address()))
                            .map(SecurityInfo::id)
                            .findFirst()
                            .orElse(address == null ? info(known) : "si-" + recorded.destination());
            SecurityInfo info = SecurityInfo.pending(id, known, address, "", recorded.at());
            return recorded.text(KnownFact.METHOD_STATE).equals(InfoState.CONFIRMED.wireName())
                    ? info.confirmed(confirmedAt())
                    : info;
        });
    }

    /// A pattern in which is new what was new, and known what was known.
    private Pattern pattern() {
        boolean newDevice = recorded.flag(KnownFact.NEW_DEVICE);
        boolean newNetwork = recorded.flag(KnownFact.NEW_NETWORK);
        boolean newCountry = recorded.flag(KnownFact.NEW_COUNTRY);
        boolean elsewhere = recorded.knows(KnownFact.SINCE_OTHER_COUNTRY);
        if (!recorded.flag(KnownFact.FAMILIAR_SOURCE)
                && !newDevice
                && !newNetwork
                && !newCountry
                && !elsewhere) {
            return Pattern.EMPTY;
        }
        Map<String, Instant> devices = new HashMap<>();
        if (!source.device().isEmpty()) {
            devices.put(
                    newDevice ? OTHER : name(SubjectKind.DEVICE, source.device()), recorded.at());
        }
        Map<String, Instant> networks = new HashMap<>();
        if (!source.ip().isEmpty()) {
            networks.put(
                    newNetwork
                            ? OTHER
                            : name(SubjectKind.NETWORK, SyntheticAddresses.network(source)),
                    recorded.at());
        }
        return new Pattern(devices, networks, countries(newCountry, elsewhere));
    }

    private String name(SubjectKind kind, String value) {
        return SubjectKey.of(kind, value, fingerprints).toString();
    }

    private Map<String, Instant> countries(boolean newCountry, boolean elsewhere) {
        Map<String, Instant> countries = new HashMap<>();
        String country = recorded.text(KnownFact.SOURCE_COUNTRY);
        if (!country.isEmpty() && !newCountry) {
            countries.put(country, recorded.at());
        }
        if (newCountry || elsewhere) {
            Duration since =
                    elsewhere
                            ? (Duration) recorded.value(KnownFact.SINCE_OTHER_COUNTRY)
                            : Duration.ZERO;
            countries.put(OTHER, recorded.at().minus(since));
        }
        return countries;
    }
}
