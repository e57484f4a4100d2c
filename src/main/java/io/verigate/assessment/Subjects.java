package io.verigate.assessment;

import io.verigate.activity.SubjectKey;
import io.verigate.decision.Address;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Scope;
import io.verigate.decision.Source;
import io.verigate.decision.SubjectKind;
import io.verigate.protection.Fingerprints;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who and what one interaction is counted for: at most one subject of each kind.
record Subjects(Map<SubjectKind, SubjectKey> all) {
    private static final int RANGE_DIGITS = 2;

    Subjects {
        all = Collections.unmodifiableMap(new EnumMap<>(all));
    }

    /// The account, and where the request comes from.
    static Subjects of(String account, Source source, String network, Fingerprints fingerprints) {
        Map<SubjectKind, SubjectKey> keys = new EnumMap<>(SubjectKind.class);
        SubjectKey home = put(keys, SubjectKind.ACCOUNT, account, fingerprints);
        if (!source.ip().isEmpty()) {
            put(keys, SubjectKind.SOURCE, source.ip(), fingerprints);
            put(keys, SubjectKind.NETWORK, network, fingerprints);
            keys.put(
                    SubjectKind.ACCOUNT_SOURCE,
                    SubjectKey.of(
                            home,
                            SubjectKind.ACCOUNT_SOURCE,
                            account + '\n' + source.ip(),
                            fingerprints));
        }
        if (!source.device().isEmpty()) {
            put(keys, SubjectKind.DEVICE, source.device(), fingerprints);
        }
        return new Subjects(keys);
    }

    /// These, with where the code goes.
    ///
    /// @param region of the phone number; empty without one
    Subjects towards(Address address, String region, Fingerprints fingerprints) {
        Map<SubjectKind, SubjectKey> keys = new EnumMap<>(all);
        if (address instanceof PhoneNumber phone) {
            String text = phone.text();
            SubjectKey range =
                    put(
                            keys,
                            SubjectKind.NUMBER_RANGE,
                            text.substring(0, text.length() - RANGE_DIGITS),
                            fingerprints);
            keys.put(
                    SubjectKind.DESTINATION,
                    SubjectKey.of(range, SubjectKind.DESTINATION, text, fingerprints));
        } else {
            put(keys, SubjectKind.DESTINATION, address.text(), fingerprints);
        }
        if (!region.isEmpty()) {
            put(keys, SubjectKind.REGION, region, fingerprints);
        }
        return new Subjects(keys);
    }

    Optional<SubjectKey> find(SubjectKind kind) {
        return Optional.ofNullable(all.get(kind));
    }

    @Nullable SubjectKey orNull(SubjectKind kind) {
        return all.get(kind);
    }

    /// Whom a block of this scope holds back.
    Optional<SubjectKey> of(Scope scope) {
        return find(kind(scope));
    }

    static SubjectKind kind(Scope scope) {
        return switch (scope) {
            case METHOD -> SubjectKind.DESTINATION;
            case SOURCE -> SubjectKind.SOURCE;
            case ACCOUNT -> SubjectKind.ACCOUNT;
            case REGION -> SubjectKind.REGION;
        };
    }

    private static SubjectKey put(
            Map<SubjectKind, SubjectKey> keys,
            SubjectKind kind,
            String value,
            Fingerprints fingerprints) {
        SubjectKey key = SubjectKey.of(kind, value, fingerprints);
        keys.put(kind, key);
        return key;
    }
}
