package io.tunetally.slack.api;

/**
 * A workspace that has the app.
 *
 * @param enterprise its organisation, empty where there is none
 * @param team its id, empty for an installation into a whole organisation
 * @param token what the bot speaks with there
 * @param botUser the user the bot is there
 */
public record Workspace(String enterprise, String team, String token, String botUser) {
    /** Hides the token. */
    @Override
    public String toString() {
        return "Workspace[" + enterprise + " " + team + "]";
    }
}
