package io.tunetally.reply;

/**
 * Converts a reply to a platform's payload. Pure: the same reply gives the same payload; nothing is sent or stored.
 * {@code ReplyFormatterContract} in this module's tests defines the rules for every formatter.
 *
 * @param <P> the platform's payload, within all of its limits
 */
public interface ReplyFormatter<P> {
    P format(Reply reply);
}
