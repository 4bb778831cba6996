package io.tunetally.slack.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tunetally.slack.api.SlackConversations;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code name=value&name=value}, as forms and queries are written. */
public final class FormFields {
    private FormFields() {}

    /**
     * Name to value; the last one counts where a name comes twice.
     *
     * @throws IllegalArgumentException where an escape is none
     */
    public static Map<String, String> of(@Nullable String text) {
        Map<String, String> fields = new HashMap<>();
        String form = SlackConversations.orEmpty(text);
        int start = 0;
        while (start < form.length()) {
            int next = form.indexOf('&', start);
            int end = next < 0 ? form.length() : next;
            int equals = form.indexOf('=', start);
            if (equals > start && equals < end) {
                fields.put(decoded(form.substring(start, equals)), decoded(form.substring(equals + 1, end)));
            }
            start = end + 1;
        }
        return fields;
    }

    private static String decoded(String text) {
        boolean plain = text.indexOf('%') < 0 && text.indexOf('+') < 0;
        return plain ? text : URLDecoder.decode(text, UTF_8);
    }
}
