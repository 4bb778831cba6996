package io.tunetally.slack.fake;

import com.google.gson.JsonObject;
import io.tunetally.slack.RunningSlack;

/** All that the bot is asked by. Each is acknowledged at once, whatever is slow. */
public enum Entrance {
    COMMAND,
    BUTTON,
    SHARING,
    WHOLE,
    CHART,
    MESSAGE_SHORTCUT,
    FORM,
    HOME_BUTTON,
    MENTION,
    DIRECT_MESSAGE;

    public static final String ASKED = "cost gpt-4o 1000 examples";
    private static final String COMPARED = "compare gpt-4.1 and llama 70b 1000 examples";

    /** Asks; the acknowledgement. */
    public JsonObject use(RunningSlack running) throws Exception {
        String address = running.slack().responseUrl();
        return switch (this) {
            case COMMAND -> running.command(ASKED);
            case BUTTON -> running.interaction(Incoming.pressOnOwn("command:0", ASKED, address));
            case SHARING -> running.interaction(Incoming.pressOnOwn("share", ASKED, address));
            case WHOLE -> running.interaction(Incoming.pressOnOwn("whole", ASKED, address));
            case CHART -> running.interaction(Incoming.pressOnOwn("chart", COMPARED, address));
            case MESSAGE_SHORTCUT -> running.interaction(Incoming.messageShortcut(ASKED, address));
            case FORM -> running.interaction(Incoming.submission("gpt-4o", "1000"));
            case HOME_BUTTON -> running.interaction(Incoming.pressOnHome("command:0", ASKED));
            case MENTION -> running.event(Incoming.mention("Ev1", ASKED, "1700000000.000001"));
            case DIRECT_MESSAGE -> running.event(Incoming.directMessage("Ev1", ASKED));
        };
    }

    /** The text that follows the acknowledgement; it contains the price. */
    public String answer(RunningSlack running) throws Exception {
        return switch (this) {
            case COMMAND, BUTTON, WHOLE, MESSAGE_SHORTCUT ->
                running.slack().response().get("text").getAsString();
            case CHART -> running.slack().files().next().altText();
            case SHARING, FORM, HOME_BUTTON, MENTION, DIRECT_MESSAGE ->
                running.slack().post().get("text");
        };
    }
}
