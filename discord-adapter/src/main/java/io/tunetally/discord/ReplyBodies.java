package io.tunetally.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import net.dv8tion.jda.api.entities.Message;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * The bodies of replies without files. JDA would build and write a message anew each time it is sent; here the same message is
 * written once, and only whom it answers is put in front.
 */
final class ReplyBodies {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    /** The same answer is the same object for some minutes; once it is let go of, so are its bytes. */
    private final Cache<DiscordMessage, byte[]> written =
            Caffeine.newBuilder().weakKeys().build();

    /**
     * What to send.
     *
     * @param refers whether the reply points at the message it answers
     */
    RequestBody of(DiscordMessage message, Message asked, boolean refers) {
        byte[] head = head(asked, refers).getBytes(StandardCharsets.UTF_8);
        byte[] rest = written.get(message, it -> it.data().toData().toJson());
        byte[] body = new byte[head.length + rest.length - 1];
        System.arraycopy(head, 0, body, 0, head.length);
        // Its opening brace stands in the head.
        System.arraycopy(rest, 1, body, head.length, rest.length - 1);
        return RequestBody.create(body, JSON);
    }

    /** With the nonce, Discord takes one reply to a message, however often it is sent. */
    private static String head(Message asked, boolean refers) {
        String nonce = "{\"enforce_nonce\":true,\"nonce\":\"" + asked.getId() + "\",";
        return refers
                ? nonce + "\"message_reference\":{\"type\":0,\"message_id\":\"" + asked.getId() + "\",\"channel_id\":\""
                        + asked.getChannelId() + "\",\"fail_if_not_exists\":false},"
                : nonce;
    }
}
