package io.verigate.api.accounts;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.account.Account;
import io.verigate.account.ClearRequest;
import io.verigate.account.ClearRequest.Person;
import io.verigate.account.SecurityInfo;
import io.verigate.api.blocks.BlockResponse;
import io.verigate.api.common.json.ListPage;
import io.verigate.decision.Address;
import io.verigate.decision.Decision;
import io.verigate.journal.JournalEntry;
import io.verigate.retention.PersonalData;
import io.verigate.verification.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All personal data of an account. The only response outside the sandbox that shows addresses.
///
/// @param account null if unknown
/// @param securityInfo including removed security info
/// @param clearings help-desk clear requests, newest first
/// @param usual usage pattern; null if unknown
/// @param verifications newest first
/// @param blocks caused by the account, newest first
/// @param decisions newest first
@Schema(description = "All personal data of an account, including addresses")
public record PersonalDataResponse(
        @Nullable AccountResponse account,
        List<Method> securityInfo,
        List<Clearing> clearings,
        @Nullable Usual usual,
        List<Sent> verifications,
        List<BlockResponse> blocks,
        ListPage<Decided> decisions) {
    /// Security info.
    ///
    /// @param address null for authenticators
    @Schema(name = "PersonalSecurityInfo")
    public record Method(
            String id,
            String channel,
            @Nullable String address,
            String state,
            String language,
            Instant addedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant removedAt) {
        static Method of(SecurityInfo info) {
            return new Method(
                    info.id(),
                    info.channel().wireName(),
                    info.destination().map(Address::text).orElse(null),
                    info.state().wireName(),
                    info.language(),
                    info.addedAt(),
                    info.confirmedAt(),
                    info.removedAt());
        }

        @Override
        public String toString() {
            return "security info " + id;
        }
    }

    /// A help-desk clear request.
    ///
    /// @param askedBy name of the requester's API key
    /// @param approvedBy name of the approver's API key; null while waiting
    /// @param approvedAt null while waiting
    @Schema(name = "PersonalClearing")
    public record Clearing(
            String id,
            String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {
        static Clearing of(ClearRequest request) {
            Person approved = request.approved();
            return new Clearing(
                    request.id(),
                    request.reason(),
                    request.asked().name(),
                    request.askedAt(),
                    approved == null ? null : approved.name(),
                    request.approvedAt());
        }
    }

    /// Usage pattern of an account. Devices and networks are stored as keyed hashes without names.
    ///
    /// @param devices when each was last seen
    /// @param networks when each was last seen
    /// @param countries when each was last seen, by ISO 3166-1 code
    @Schema(name = "UsualPlaces")
    public record Usual(
            List<Instant> devices, List<Instant> networks, Map<String, Instant> countries) {}

    /// A verification.
    @Schema(name = "PersonalVerification")
    public record Sent(
            String id,
            String purpose,
            String channel,
            String address,
            String language,
            String state,
            Instant createdAt) {
        static Sent of(Verification verification, Instant now) {
            return new Sent(
                    verification.id(),
                    verification.purpose().wireName(),
                    verification.channel().wireName(),
                    verification.address().text(),
                    verification.language(),
                    verification.stateAt(now).wireName(),
                    verification.createdAt());
        }

        @Override
        public String toString() {
            return "verification " + id;
        }
    }

    /// A decision; see `GET /v1/decisions/{id}`.
    @Schema(name = "PersonalDecision")
    public record Decided(
            String id,
            Instant at,
            String interaction,
            String verdict,
            List<String> reasons,
            String channel,
            String hint,
            String region) {
        static Decided of(JournalEntry entry) {
            Decision decision = entry.decision();
            return new Decided(
                    decision.id(),
                    decision.at(),
                    decision.interaction().wireName(),
                    decision.verdict().wireName(),
                    decision.reasons().stream().map(Decision.Reason::code).distinct().toList(),
                    entry.channel(),
                    entry.hint(),
                    entry.region());
        }
    }

    /// Maps the personal data.
    static PersonalDataResponse of(PersonalData.Held held) {
        Account known = held.account();
        return new PersonalDataResponse(
                known == null ? null : AccountResponse.of(known),
                known == null ? List.of() : known.securityInfo().stream().map(Method::of).toList(),
                held.clearings().stream().map(Clearing::of).toList(),
                known == null || known.pattern().isEmpty()
                        ? null
                        : new Usual(
                                known.pattern().devices().values().stream().sorted().toList(),
                                known.pattern().networks().values().stream().sorted().toList(),
                                known.pattern().countries()),
                held.verifications().stream().map(one -> Sent.of(one, held.at())).toList(),
                held.blocks().stream().map(block -> BlockResponse.of(block, held.at())).toList(),
                ListPage.page(
                        held.decisions(),
                        PersonalData.MAX,
                        entry -> entry.decision().id(),
                        Decided::of));
    }
}
