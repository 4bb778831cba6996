package io.tunetally.slack.api;

/** Every limit of Slack that matters here, in characters (UTF-16 units) or pieces, as its documentation gives them. */
public final class SlackLimits {
    /** Blocks of a message. */
    public static final int BLOCKS = 50;

    /** All texts of a message's blocks together; Slack refuses somewhat more than 13,000 with msg_blocks_too_long. */
    public static final int BLOCKS_TEXT = 10_000;

    /** The text of a message, which stands for its blocks or alone: a longer one Slack splits or refuses. */
    public static final int FALLBACK_TEXT = 4_000;

    public static final int HEADER = 150;
    public static final int SECTION = 3_000;
    public static final int SECTION_FIELDS = 10;
    public static final int FIELD = 2_000;
    public static final int CONTEXT_TEXT = 2_000;

    public static final int ACTIONS = 25;
    public static final int BUTTON_LABEL = 75;
    public static final int BUTTON_VALUE = 2_000;
    /** The label of a button that confirms. */
    public static final int CONFIRM_BUTTON = 30;

    static final int ACTION_ID = 255;

    /** The header is one of the rows. */
    public static final int TABLE_ROWS = 100;

    public static final int TABLE_COLUMNS = 20;
    static final int TABLES = 1;

    /** The alternative text of a picture: 1,000 for a file, 2,000 for a block. */
    public static final int ALT_TEXT = 1_000;

    static final int URL = 3_000;

    /** Blocks of a modal or of App Home. */
    static final int VIEW_BLOCKS = 100;

    private SlackLimits() {}
}
