package io.tunetally.discord.api;

import java.time.Duration;

/**
 * Every limit of Discord that matters here, in characters (UTF-16 units) or pieces. They are those of its documentation;
 * the sum of texts in components is the one JDA checks.
 */
public final class DiscordLimits {
    /** The content of a message without components of the second version. */
    public static final int CONTENT = 2_000;

    /** The texts of a message's components, in total. */
    public static final int COMPONENTS_TEXT = 4_000;

    /** Components of a message, those inside others counted. */
    static final int COMPONENTS = 40;

    /** Files of a message, pictures counted; a gallery takes as many. */
    public static final int FILES = 10;

    /** The reply's own files among them. */
    public static final int FILES_OF_A_REPLY = 3;

    public static final int PICTURE_WORDS = 1_024;

    public static final int EMBED_TITLE = 256;
    public static final int EMBED_DESCRIPTION = 4_096;

    /** Rows of a message; a select fills one. */
    public static final int ROWS = 5;

    public static final int BUTTONS_OF_A_ROW = 5;
    public static final int BUTTON_LABEL = 80;
    public static final int CUSTOM_ID = 100;

    public static final int OPTIONS = 25;
    public static final int OPTION_LABEL = 100;
    public static final int OPTION_VALUE = 100;

    static final int MODAL_TITLE = 45;
    static final int MODAL_FIELDS = 5;
    public static final int MODAL_LABEL = 45;
    static final int MODAL_DESCRIPTION = 100;

    static final int COMMAND_DESCRIPTION = 100;
    public static final int CHOICES = 25;
    public static final int CHOICE = 100;

    /** The limit of each store call that an interaction waits for: Discord waits three seconds for all of them. */
    public static final Duration STORE_CALL = Duration.ofSeconds(1);

    private DiscordLimits() {}
}
