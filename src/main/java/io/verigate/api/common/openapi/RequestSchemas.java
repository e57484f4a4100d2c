package io.verigate.api.common.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What callers send, for the OpenAPI document only: bodies are read field by field, so that all faults are told.
public final class RequestSchemas {
    /// An interaction, as an example.
    public static final String DECIDE_EXAMPLE =
            """
            {"interaction":"send-code","account":"a-1001",
             "method":{"channel":"sms","address":"+447700900123"},
             "source":{"ip":"203.0.113.9","device":"d-77"},"language":"en-GB"}\
            """;

    /// Something observed, as an example.
    public static final String EVENT_EXAMPLE =
            """
            {"event":"terms-violation","account":"a-1001","at":"2026-11-23T09:00:00Z",
             "source":{"ip":"203.0.113.9","device":"d-77"},
             "clause":"3.2","severity":"minor","evidence":"case-17"}\
            """;

    /// A request for a code, as an example.
    public static final String VERIFY_EXAMPLE =
            """
            {"account":"a-1001","purpose":"sign-in",
             "method":{"channel":"sms","address":"+447700900123"},
             "source":{"ip":"203.0.113.9","device":"d-77"},"language":"en-GB"}\
            """;

    /// A backtest, as an example.
    public static final String BACKTEST_EXAMPLE =
            """
            {"kind":"backtest","revision":"3f8a1c0be2d94a67",
             "from":"2026-11-16T00:00:00Z","to":"2026-11-23T00:00:00Z"}\
            """;

    private RequestSchemas() {}

    /// What is gone through.
    @Schema(name = "BacktestRequest")
    public record Backtest(
            @Schema(
                            allowableValues = {"backtest", "replay"},
                            defaultValue = "backtest")
                    @Nullable String kind,
            @Schema(description = "Not before; seven days before `to` unless told")
                    @Nullable Instant from,
            @Schema(description = "Before; now unless told") @Nullable Instant to,
            @Schema(description = "A stored rule set to try") @Nullable String revision,
            @Schema(description = "A rule set to try: a ZIP of rules/ and policies/, in Base64")
                    @Nullable String bundle,
            @Schema(description = "The one decision to replay; all of the period unless told")
                    @Nullable String decision,
            @Schema(description = "How many threads work; as configured unless told")
                    @Nullable Integer threads) {}

    /// How a code travels: a channel and an address, or `securityInfo` alone.
    @Schema(name = "Method")
    public record Method(
            @Schema(
                            example = "sms",
                            allowableValues = {"sms", "voice", "email"})
                    @Nullable String channel,
            @Schema(
                            description = "Phone number in international form, or e-mail address",
                            example = "+447700900123")
                    @Nullable String address,
            @Schema(description = "Id of enrolled security info, in place of an address")
                    @Nullable String securityInfo) {}

    /// Where a request comes from.
    @Schema(name = "Source")
    public record Source(
            @Schema(example = "203.0.113.9") @Nullable String ip,
            @Schema(description = "The caller's id of the device", example = "d-77")
                    @Nullable String device) {}

    /// What the caller knows better than the service.
    @Schema(
            name = "Signals",
            description = "What the caller knows better; overrides what the service derives")
    public record Signals(
            @Schema(example = "mobile") @Nullable String lineType,
            @Schema(description = "Country of the source, ISO 3166-1 alpha-2", example = "GB")
                    @Nullable String country,
            @Schema(example = "64500") @Nullable Long asn,
            @Schema(description = "The source is a data centre") @Nullable Boolean hosting,
            @Schema(description = "The source hides who uses it") @Nullable Boolean anonymiser,
            @Schema(description = "Region of the phone number, ISO 3166-1", example = "GB")
                    @Nullable String phoneRegion,
            @Schema(example = "Vodafone") @Nullable String carrier,
            @Schema(description = "The address lies in a domain of the operator's own accounts")
                    @Nullable Boolean ownDomainEmail,
            @Schema(description = "The address lies in a domain of throw-away mailboxes")
                    @Nullable Boolean disposableEmail,
            @Schema(description = "The domain of the address is nearly a well-known one")
                    @Nullable Boolean lookalikeEmail,
            @Schema(description = "The account knows the source") @Nullable Boolean familiarSource,
            @Schema(description = "The device is new to the account") @Nullable Boolean newDevice,
            @Schema(description = "The network is new to the account") @Nullable Boolean newNetwork,
            @Schema(description = "The country is new to the account") @Nullable Boolean newCountry,
            @Schema(
                            description =
                                    "Kilometres an hour that the account would have had to travel",
                            example = "4800")
                    @Nullable Long travelSpeed,
            @Schema(description = "The person does not know the password either")
                    @Nullable Boolean passwordForgotten) {}

    /// One interaction.
    @Schema(name = "Interaction")
    public record Decide(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
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
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "a-1001") String account,
            @Schema(description = "Needed where a code leaves") @Nullable Method method,
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

    /// Something observed.
    @Schema(name = "Event")
    public record Event(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
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
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "a-1001") String account,
            @Nullable Instant at,
            @Nullable Method method,
            @Nullable Source source,
            @Nullable Signals signals,
            @Schema(allowableValues = {"minor", "major", "severe"}) @Nullable String severity,
            @Schema(example = "3.2") @Nullable String clause,
            @Schema(example = "case-17") @Nullable String evidence) {}

    /// A request for a code.
    @Schema(name = "NewVerification")
    public record Verify(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "a-1001") String account,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Method method,
            @Schema(
                            description = "What the code is for; `sign-in` unless told",
                            allowableValues = {"sign-in", "sign-up", "recovery", "transaction"})
                    @Nullable String purpose,
            @Nullable Source source,
            @Nullable String language,
            @Nullable String symptom,
            @Nullable Signals signals) {}

    /// A request for another code.
    @Schema(name = "Resend")
    public record Resend(
            @Schema(description = "Why no code came", example = "not-received")
                    @Nullable String symptom,
            @Schema(description = "Another method; the same one unless told")
                    @Nullable Method method,
            @Nullable Source source,
            @Nullable String language,
            @Nullable Signals signals) {}

    /// A code as it was typed.
    @Schema(name = "Check")
    public record Check(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "123456") String code,
            @Nullable Source source,
            @Nullable Signals signals) {}

    /// What a person typed.
    @Schema(name = "Typed")
    public record Typed(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "An e-mail address, or its domain, as it was typed",
                            example = "ann@gmial.com",
                            maxLength = 320)
                    String typed) {}

    /// What is told of an account.
    @Schema(name = "AccountChange", description = "What is not told stays as it is")
    public record AccountChange(
            @Schema(allowableValues = {"personal", "managed"}) @Nullable String kind,
            @Schema(description = "BCP 47", example = "en-GB") @Nullable String language,
            @Schema(allowableValues = {"good", "flagged", "locked"}) @Nullable String standing) {}

    /// Who puts off the request to verify security info, and from where.
    @Schema(name = "PromptSkip")
    public record Skip(
            @Nullable Source source,
            @Schema(description = "BCP 47", example = "en-GB") @Nullable String language,
            @Nullable Signals signals) {}

    /// A new method of proof.
    @Schema(name = "NewSecurityInfo")
    public record Enrol(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "A channel, with an address when it receives codes")
                    Method method,
            @Nullable String language,
            @Nullable Source source,
            @Nullable Signals signals) {}

    /// A step of a removal.
    @Schema(name = "Removal")
    public record Removal(
            @Nullable String language, @Nullable Source source, @Nullable Signals signals) {}

    /// Why security info is cleared.
    @Schema(name = "ClearRequest")
    public record Clear(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            example = "phone stolen, called back, case 4711")
                    String reason) {}

    /// Why a block ends early.
    @Schema(name = "BlockRelease")
    public record Release(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "called back, case 4711")
                    String reason) {}

    /// Where the clock goes; one of both.
    @Schema(name = "ClockMove")
    public record ClockMove(
            @Nullable Instant now, @Schema(example = "PT24H") @Nullable String advance) {}

    /// What became of a message of the sandbox.
    @Schema(name = "Receipt")
    public record Receipt(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String verification,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {
                                "delivered",
                                "undeliverable",
                                "expired",
                                "rejected",
                                "unknown",
                                "accepted"
                            })
                    String status,
            @Schema(description = "The operator's own error code") @Nullable String error) {}

    /// The files of a rule set, text by name.
    @Schema(name = "RuleSetDraft")
    public record RuleSetDraft(
            @Schema(description = "Text by name, such as `rules/wait-times.drl`")
                    Map<String, String> files) {}

    /// A rule set to publish.
    @Schema(name = "RuleSetPublication")
    public record RuleSetPublication(
            @Schema(description = "Why it was made", example = "Wait 45 s before the second code")
                    String message,
            @Schema(
                            description =
                                    "The revision that it was made from, which has to decide still",
                            example = "541d6b6ffd84beab")
                    String parent,
            Map<String, String> files,
            @Schema(description = "Whether it decides at once; true unless told")
                    @Nullable Boolean activate) {}

    /// How a channel serves a region.
    @Schema(name = "RegionChange")
    public record Region(
            @Schema(
                            example = "limited",
                            allowableValues = {"available", "limited", "unavailable", "opt-in"})
                    String availability,
            @Schema(
                            description =
                                    "Why it is not simply available; may be left out when it is",
                            example = "outage",
                            maxLength = 64)
                    @Nullable String reason,
            @Schema(description = "When that ends; left out without an end")
                    @Nullable Instant until) {}

    /// How a rule set begins.
    @Schema(name = "RuleSetActivation")
    public record Activation(
            @Schema(description = "What decides now; the parent of the version unless told")
                    @Nullable String replaces,
            @Schema(description = "Try it without effect") @Nullable Boolean shadow,
            @Schema(description = "Try it for so many percent of accounts, 1 to 100", example = "5")
                    @Nullable Integer share) {}
}
