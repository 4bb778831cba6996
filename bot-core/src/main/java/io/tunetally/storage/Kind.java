package io.tunetally.storage;

import java.util.Locale;

/** The kinds of stored rows. */
public enum Kind {
    CONVERSATIONS,
    TEAM_DEFAULTS,
    DELIVERIES,
    ACTION_KEYS,
    INSTALLATIONS,
    /** Workspaces that are served by their organisation's installation. */
    ORGANISATION_TEAMS,
    OAUTH_STATES,
    DELETIONS,
    /** Scenarios, votes, decisions, quotes, bills, rules and watches. */
    TEAM_RECORDS,
    /** The last letters and quote numbers given. */
    TEAM_SEQUENCES;

    /** Returns the name in lower case with hyphens: {@code team-defaults}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
