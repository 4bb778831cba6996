package io.tunetally.chat;

/** The markup a message is written in. A platform says which of them its messages have. */
public enum Markup {
    /** {@code *bold*}, {@code ~struck~}, {@code <https://example.com|label>}, {@code <@U1>}; no escapes. */
    MRKDWN,
    /** {@code **bold**}, {@code ~~struck~~}, {@code [label](https://example.com)}, {@code <@1>}, backslash escapes. */
    MARKDOWN,
    /** No references in angle brackets, as typed at a console. */
    PLAIN
}
