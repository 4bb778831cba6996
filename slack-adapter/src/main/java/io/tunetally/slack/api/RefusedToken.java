package io.tunetally.slack.api;

import io.tunetally.settings.Setting;
import io.tunetally.settings.SettingsException;
import java.util.List;
import java.util.Set;

/** Recognises the errors of Slack that mean a token stays refused. */
public final class RefusedToken {
    private static final Set<String> REASONS = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "not_allowed_token_type",
            "missing_scope",
            "no_permission");

    /** The errors of a token that was good before. */
    private static final Set<String> REVOKED =
            Set.of("token_revoked", "account_inactive", "invalid_auth", "token_expired");

    private RefusedToken() {}

    /** Whether an error of Slack says that a token is good no more. */
    public static boolean isRevoked(String error) {
        return REVOKED.contains(error);
    }

    /** Whether an error of Slack is about the token. */
    public static boolean isReason(String error) {
        return REASONS.contains(error);
    }

    /** The problem in an operator's words: the setting, the reason, and where to get another token. */
    public static SettingsException of(Setting setting, String error) {
        return new SettingsException(
                List.of(setting + ": Slack does not take it (" + error + "). Where to get it: " + setting.where()));
    }
}
