package io.verigate.api.common.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Schemas of request bodies, for the OpenAPI document only: bodies are read field by field, so that all errors are
/// reported.
public final class RequestSchemas {
    /// Example of an interaction.
    public static final String DECIDE_EXAMPLE =
            """
            {"interaction":"send-code","account":"a-1001",
             "method":{"channel":"sms","address":"+447700900123"},
             "source":{"ip":"203.0.113.9","device":"d-77"},"language":"en-GB"}\
            """;

    /// Example of an event.
    public static final String EVENT_EXAMPLE =
            """
            {"event":"terms-violation","account":"a-1001","at":"2026-11-23T09:00:00Z",
             "source":{"ip":"203.0.113.9","device":"d-77"},
             "clause":"3.2","severity":"minor","evidence":"case-17"}\
            """;

    /// Example of a verification.
    public static final String VERIFY_EXAMPLE =
            """
            {"account":"a-1001","purpose":"sign-in",
             "method":{"channel":"sms","address":"+447700900123"},
             "source":{"ip":"203.0.113.9","device":"d-77"},"language":"en-GB"}\
            """;

    /// Example of a backtest.
    public static final String BACKTEST_EXAMPLE =
            """
            {"kind":"backtest","revision":"3f8a1c0be2d94a67",
             "from":"2026-11-16T00:00:00Z","to":"2026-11-23T00:00:00Z"}\
            """;

    private RequestSchemas() {}

    /// A backtest or a replay.
    @Schema(name = "BacktestRequest")
    public record Backtest(
            @Schema(
                            allowableValues = {"backtest", "replay"},
                            defaultValue = "backtest")
                    @Nullable String kind,
            @Schema(description = "Start, inclusive. Default: seven days before `to`")
                    @Nullable Instant from,
            @Schema(description = "End, exclusive. Default: now") @Nullable Instant to,
            @Schema(description = "Revision of a stored rule set to test")
                    @Nullable String revision,
            @Schema(description = "Rule set to test: a ZIP of rules/ and policies/, in Base64")
                    @Nullable String bundle,
            @Schema(
                            description =
                                    "Id of the decision to replay. Default: all decisions of the period")
                    @Nullable String decision,
            @Schema(description = "Number of worker threads. Default: as configured")
                    @Nullable Integer threads) {}

    /// A method: a channel and an address, or `securityInfo` alone.
    @Schema(name = "Method")
    public record Method(
            @Schema(
                            example = "sms",
                            allowableValues = {"sms", "voice", "email"})
                    @Nullable String channel,
            @Schema(
                            description = "Phone number (E.164) or email address",
                            example = "+447700900123")
                    @Nullable String address,
            @Schema(description = "Id of enrolled security info, instead of an address")
                    @Nullable String securityInfo) {}

    /// The client.
    @Schema(name = "Source")
    public record Source(
            @Schema(example = "203.0.113.9") @Nullable String ip,
            @Schema(description = "Your identifier of the device", example = "d-77")
                    @Nullable String device) {}

    /// Facts that the caller knows better than the service.
    @Schema(
            name = "Signals",
            description = "Facts the caller knows better; they override what the service derives")
    public record Signals(
            @Schema(example = "mobile") @Nullable String lineType,
            @Schema(description = "Country of the client, ISO 3166-1 alpha-2", example = "GB")
                    @Nullable String country,
            @Schema(example = "64500") @Nullable Long asn,
            @Schema(description = "The IP address belongs to a data centre")
                    @Nullable Boolean hosting,
            @Schema(description = "The IP address belongs to a VPN, proxy or Tor exit")
                    @Nullable Boolean anonymiser,
            @Schema(description = "Region of the phone number, ISO 3166-1 alpha-2", example = "GB")
                    @Nullable String phoneRegion,
            @Schema(example = "Vodafone") @Nullable String carrier,
            @Schema(description = "The email domain belongs to the operator's own accounts")
                    @Nullable Boolean ownDomainEmail,
            @Schema(description = "The email domain is a disposable-mailbox domain")
                    @Nullable Boolean disposableEmail,
            @Schema(description = "The email domain resembles a well-known domain")
                    @Nullable Boolean lookalikeEmail,
            @Schema(description = "The account has used this client before")
                    @Nullable Boolean familiarSource,
            @Schema(description = "The account has not used this device before")
                    @Nullable Boolean newDevice,
            @Schema(description = "The account has not used this network before")
                    @Nullable Boolean newNetwork,
            @Schema(description = "The account has not been used in this country before")
                    @Nullable Boolean newCountry,
            @Schema(
                            description =
                                    "Speed needed to travel from the previous location, in km/h",
                            example = "4800")
                    @Nullable Long travelSpeed,
            @Schema(description = "The user has also forgotten the password")
                    @Nullable Boolean passwordForgotten) {}

    /// One interaction.
    @Schema(name = "Interaction")
    public record Decide(
            @Schema(
                            allowableValues = {
                                "sign-up",
                                "sign-in",
                                "send-code",
                                "check-code",
                                "add-security-info",
                                "remove-security-info",
                                "replace-security-info",
                                "clear-security-info",
                                "skip-prompt"
                            })
                    String interaction,
            @Schema(example = "a-1001") String account,
            @Schema(description = "Required for interactions that send a code")
                    @Nullable Method method,
            @Nullable Source source,
            @Schema(description = "BCP 47", example = "en-GB") @Nullable String language,
            @Schema(
                            allowableValues = {
                                "unknown-senders-blocked",
                                "inbox-full",
                                "messaging-app-fault",
                                "in-junk",
                                "not-received"
                            })
                    @Nullable String symptom,
            @Nullable Signals signals) {}

    /// An event.
    @Schema(name = "Event")
    public record Event(
            @Schema(
                            allowableValues = {
                                "sign-in-succeeded",
                                "sign-in-failed",
                                "terms-violation",
                                "unrequested-code",
                                "sim-changed",
                                "account-flagged",
                                "account-cleared"
                            })
                    String event,
            @Schema(example = "a-1001") String account,
            @Nullable Instant at,
            @Nullable Method method,
            @Nullable Source source,
            @Nullable Signals signals,
            @Schema(allowableValues = {"minor", "major", "severe"}) @Nullable String severity,
            @Schema(example = "3.2") @Nullable String clause,
            @Schema(example = "case-17") @Nullable String evidence) {}

    /// A new verification.
    @Schema(name = "NewVerification")
    public record Verify(
            @Schema(example = "a-1001") String account,
            Method method,
            @Schema(
                            description = "What the code is for. Default: `sign-in`",
                            allowableValues = {"sign-in", "sign-up", "recovery", "transaction"})
                    @Nullable String purpose,
            @Nullable Source source,
            @Nullable String language,
            @Nullable String symptom,
            @Nullable Signals signals) {}

    /// A resend.
    @Schema(name = "Resend")
    public record Resend(
            @Schema(description = "Why no code arrived", example = "not-received")
                    @Nullable String symptom,
            @Schema(description = "Method to use. Default: the same as before")
                    @Nullable Method method,
            @Nullable Source source,
            @Nullable String language,
            @Nullable Signals signals) {}

    /// A typed code.
    @Schema(name = "Check")
    public record Check(
            @Schema(example = "123456") String code,
            @Nullable Source source,
            @Nullable Signals signals) {}

    /// A typed email address or domain.
    @Schema(name = "Typed")
    public record Typed(
            @Schema(
                            description = "Email address or domain as the user typed it",
                            example = "ann@gmial.com",
                            maxLength = 320)
                    String typed) {}

    /// An account.
    @Schema(name = "AccountChange", description = "Omitted fields keep their values")
    public record Account(
            @Schema(allowableValues = {"personal", "managed"}) @Nullable String kind,
            @Schema(description = "BCP 47", example = "en-GB") @Nullable String language,
            @Schema(allowableValues = {"good", "flagged", "locked"}) @Nullable String standing) {}

    /// Context of a skipped prompt.
    @Schema(name = "PromptSkip")
    public record Skip(
            @Nullable Source source,
            @Schema(description = "BCP 47", example = "en-GB") @Nullable String language,
            @Nullable Signals signals) {}

    /// New security info.
    @Schema(name = "NewSecurityInfo")
    public record Enrol(
            @Schema(description = "A channel, with an address if the channel delivers codes")
                    Method method,
            @Nullable String language,
            @Nullable Source source,
            @Nullable Signals signals) {}

    /// Context of a removal step.
    @Schema(name = "Removal")
    public record Removal(
            @Nullable String language, @Nullable Source source, @Nullable Signals signals) {}

    /// A clear request.
    @Schema(name = "ClearRequest")
    public record Clear(@Schema(example = "phone stolen, called back, case 4711") String reason) {}

    /// The release of a block.
    @Schema(name = "BlockRelease")
    public record Release(@Schema(example = "called back, case 4711") String reason) {}

    /// A move of the clock: one of both.
    @Schema(name = "ClockMove")
    public record ClockMove(
            @Nullable Instant now, @Schema(example = "PT24H") @Nullable String advance) {}

    /// A delivery receipt.
    @Schema(name = "Receipt")
    public record Receipt(
            String verification,
            @Schema(
                            allowableValues = {
                                "delivered",
                                "undeliverable",
                                "expired",
                                "rejected",
                                "unknown",
                                "accepted"
                            })
                    String status,
            @Schema(description = "The carrier's error code") @Nullable String error) {}

    /// A rule set draft.
    @Schema(name = "RuleSetDraft")
    public record RuleSetDraft(
            @Schema(description = "File contents by name, such as `rules/wait-times.drl`")
                    Map<String, String> files) {}

    /// A rule set to publish.
    @Schema(name = "RuleSetPublication")
    public record Publication(
            @Schema(
                            description = "Why the change was made",
                            example = "Wait 45 s before the second code")
                    String message,
            @Schema(
                            description =
                                    "The revision that this one was made from; it must still be active",
                            example = "541d6b6ffd84beab")
                    String parent,
            Map<String, String> files,
            @Schema(description = "Whether to activate it at once. Default: true")
                    @Nullable Boolean activate) {}

    /// Availability of a channel in a region.
    @Schema(name = "RegionChange")
    public record Region(
            @Schema(
                            example = "limited",
                            allowableValues = {"available", "limited", "unavailable", "opt-in"})
                    String availability,
            @Schema(
                            description = "Reason; required unless `available`",
                            example = "outage",
                            maxLength = 64)
                    @Nullable String reason,
            @Schema(description = "When the setting ends; omit for no end")
                    @Nullable Instant until) {}

    /// An activation.
    @Schema(name = "RuleSetActivation")
    public record Activation(
            @Schema(
                            description =
                                    "The active revision to replace. Default: the parent of the version")
                    @Nullable String replaces,
            @Schema(description = "Run it as a shadow: evaluated, never enforced")
                    @Nullable Boolean shadow,
            @Schema(
                            description = "Enforce it for this percentage of accounts, 1 to 100",
                            example = "5")
                    @Nullable Integer share) {}
}
