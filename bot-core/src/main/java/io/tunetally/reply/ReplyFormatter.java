package io.tunetally.reply;

/**
 * Turns a reply into what one platform shows. Pure: the same reply gives the same payload, nothing is sent or stored.
 * {@code ReplyFormatterContract} in this module's tests is what every formatter must keep.
 *
 * @param <P> the platform's payload, inside all of its limits
 */
public interface ReplyFormatter<P> {
    P format(Reply reply);
}
