package io.tunetally.chat;

/** The markup of a message. Each platform declares which one its messages use. */
public enum Markup {
    /** {@code *bold*}, {@code ~struck~}, {@code <https://example.com|label>}, {@code <@U1>}; no escapes. */
    MRKDWN,
    /** {@code **bold**}, {@code ~~struck~~}, {@code [label](https://example.com)}, {@code <@1>}, backslash escapes. */
    MARKDOWN,
    /** No references in angle brackets, as typed at a console. */
    PLAIN
}
