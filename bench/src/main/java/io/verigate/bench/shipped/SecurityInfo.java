package io.verigate.bench.shipped;

import static io.verigate.bench.shipped.Asked.shorter;

import java.time.Duration;

/// The policy `security-info` by hand.
final class SecurityInfo {
    private static final long MAX_METHODS = 20;
    private static final long MAX_PENDING_METHODS = 50;
    private static final long INFO_CHANGES_LIMIT = 10;
    private static final Duration INFO_CHANGES_WAIT = Duration.ofHours(1);
    private static final Duration PROOF_LASTS = Duration.ofHours(1);
    private static final Duration RESTRICTION = Duration.ofDays(30);
    private static final Duration ESTABLISHED_AFTER = Duration.ofDays(7);
    private static final Duration REPLACEMENT_HOLD = Duration.ofDays(30);

    private SecurityInfo() {}

    static void ask(Asked asked, Say say) {
        // The last confirmed method cannot be removed
        if (asked.interaction().equals("remove-security-info")
                && (asked.methodState().equals("confirmed")
                        || asked.methodState().equals("removal-requested"))
                && asked.confirmedMethodsLeft() == 0) {
            say.rule("SI-001", "last-method").refuse().advise("add-backup-method");
        }
        if (asked.interaction().equals("add-security-info")
                || asked.interaction().equals("remove-security-info")) {
            // Adding or removing security info requires recent proof
            if (asked.confirmedMethods() > 0 && !shorter(asked.sinceInfoUsedHere(), PROOF_LASTS)) {
                say.rule("SI-002", "proof-needed")
                        .refuse()
                        .advise("verify-first")
                        .route("verify-security-info");
            }
            // All security info replaced recently: no further changes for 30 days
            if (asked.confirmedMethods() > 0
                    && shorter(asked.sinceMethodRemoved(), RESTRICTION)
                    && !shorter(asked.methodsHadAtRemoval(), ESTABLISHED_AFTER)
                    && shorter(asked.oldestLeftAtRemoval(), ESTABLISHED_AFTER)) {
                say.rule("SI-007", "replaced-everything")
                        .waitSince(RESTRICTION, asked.sinceMethodRemoved())
                        .advise("restricted-account");
            }
        }
        if (asked.interaction().equals("replace-security-info")) {
            // Replacement of all security info: held for 30 days
            if (asked.confirmedMethods() > 0) {
                say.rule("SI-003", "replacement-held")
                        .delay(REPLACEMENT_HOLD)
                        .advise("replacement-held");
            }
            // Managed account: the help desk replaces security info
            if (asked.accountKind().equals("managed")) {
                say.rule("SI-004", "help-desk-replaces")
                        .refuse()
                        .advise("contact-help-desk")
                        .route("contact-help-desk");
            }
        }
        // Pending security info cannot be used to sign in
        if (asked.interaction().equals("sign-in") && asked.methodState().equals("pending")
                || asked.interaction().equals("send-code") && asked.methodHeld()) {
            say.rule("SI-005", "not-proven-yet").refuse().advise("try-another-method");
        }
        // Using the old security info cancels a replacement
        if ((asked.interaction().equals("check-code") || asked.event().equals("sign-in-succeeded"))
                && asked.replacementPending()
                && (asked.methodState().equals("confirmed")
                        || asked.methodState().equals("removal-requested"))) {
            say.rule("SI-006", "replacement-cancelled").advise("replacement-cancelled");
        }
        if (asked.interaction().equals("sign-in")) {
            // All security info replaced recently: restriction advised at sign-in
            if (asked.confirmedMethods() > 0
                    && shorter(asked.sinceMethodRemoved(), RESTRICTION)
                    && !shorter(asked.methodsHadAtRemoval(), ESTABLISHED_AFTER)
                    && shorter(asked.oldestLeftAtRemoval(), ESTABLISHED_AFTER)) {
                say.rule("SI-008", "replaced-everything").advise("restricted-account");
            }
            // Security info cleared by the help desk: register again
            if (asked.methodsCleared()) {
                say.rule("SI-010", "register-again")
                        .advise("register-security-info")
                        .route("register");
            }
        }
        // Personal account: security info cannot be cleared
        if (asked.interaction().equals("clear-security-info")
                && !asked.accountKind().equals("managed")) {
            say.rule("SI-009", "no-help-desk").refuse().route("account-recovery");
        }
        boolean adds = asked.interaction().equals("add-security-info");
        boolean replaces = asked.interaction().equals("replace-security-info");
        // Account has the maximum number of confirmed methods: refused
        if (adds && asked.confirmedMethods() >= MAX_METHODS) {
            say.rule("SI-013", "too-many-methods").refuse();
        }
        // Account has the maximum number of pending methods: refused
        if ((adds || replaces) && asked.pendingMethods() >= MAX_PENDING_METHODS) {
            say.rule("SI-014", "too-many-methods").refuse();
        }
        // Too many security info changes in a day: wait
        if ((adds || replaces || asked.interaction().equals("remove-security-info"))
                && asked.infoChangesHere24h() > INFO_CHANGES_LIMIT) {
            say.rule("SI-015", "too-many-changes")
                    .pause(INFO_CHANGES_WAIT)
                    .advise("wait-before-retry");
        }
        if (asked.passwordForgotten()) {
            // Neither password nor security info: account recovery
            if (!asked.accountKind().equals("managed")
                    && (asked.interaction().equals("replace-security-info")
                            || asked.interaction().equals("sign-in")
                                    && asked.confirmedMethods() == 0)) {
                say.rule("SI-011", "nothing-to-sign-in-with").refuse().route("account-recovery");
            }
            // Neither password nor security info on a managed account: help desk
            if (asked.accountKind().equals("managed")
                    && asked.interaction().equals("sign-in")
                    && asked.confirmedMethods() == 0) {
                say.rule("SI-012", "nothing-to-sign-in-with")
                        .refuse()
                        .advise("contact-help-desk")
                        .route("contact-help-desk");
            }
        }
    }
}
