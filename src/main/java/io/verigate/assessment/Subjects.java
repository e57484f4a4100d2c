package io.verigate.assessment;

import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.signal.NetworkSignals;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The subjects that one interaction is counted for: at most one of each kind.
record Subjects(Map<SubjectKind, SubjectKey> all) {
    Subjects {
        all = Collections.unmodifiableMap(new EnumMap<>(all));
    }

    /// The account and the client. Without an IP address, the device counts as the source. Requests for an account with
    /// neither share one subject, so that hiding both does not lower a count.
    ///
    /// @param device the caller's id of the device; empty when unknown
    static Subjects of(
            String account, String device, NetworkSignals network, Fingerprints fingerprints) {
        Map<SubjectKind, SubjectKey> keys = new EnumMap<>(SubjectKind.class);
        SubjectKey home = put(keys, SubjectKind.ACCOUNT, account, fingerprints);
        String source = network.host();
        if (!source.isEmpty()) {
            put(keys, SubjectKind.NETWORK, network.network(), fingerprints);
        } else if (!device.isEmpty()) {
            source = "device " + device;
        }
        if (!source.isEmpty()) {
            put(keys, SubjectKind.SOURCE, source, fingerprints);
        }
        keys.put(
                SubjectKind.ACCOUNT_SOURCE,
                SubjectKey.of(
                        home, SubjectKind.ACCOUNT_SOURCE, account + '\n' + source, fingerprints));
        if (!device.isEmpty()) {
            put(keys, SubjectKind.DEVICE, device, fingerprints);
        }
        return new Subjects(keys);
    }

    /// These subjects with those of the destination.
    ///
    /// @param region of the phone number; empty without one
    Subjects towards(Address address, String region, Fingerprints fingerprints) {
        Map<SubjectKind, SubjectKey> keys = new EnumMap<>(all);
        keys.put(SubjectKind.DESTINATION, DestinationKey.of(address, fingerprints));
        if (address instanceof PhoneNumber phone) {
            keys.put(SubjectKind.NUMBER_RANGE, DestinationKey.range(phone, fingerprints));
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

    /// The subject that a block of this scope applies to.
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
