package io.tunetally.discord.send;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import net.dv8tion.jda.api.requests.Response;

/** The id of a message that was sent. Discord gives all of the message back, of which nothing else is looked at. */
final class SentId {
    private static final JsonFactory JSON = new JsonFactory();

    private SentId() {}

    static long of(Response response) {
        Long id = response.get(Long.class, SentId::read);
        if (id == null) {
            throw new IllegalStateException("Discord took a message and says nothing of it");
        }
        return id;
    }

    private static Long read(BufferedReader body) throws IOException {
        try (JsonParser message = JSON.createParser(body)) {
            message.nextToken();
            while (message.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = message.currentName().equals("id");
                message.nextToken();
                if (isId) {
                    return Long.parseUnsignedLong(message.getText());
                }
                message.skipChildren();
            }
        }
        throw new IOException("a message without an id");
    }
}
