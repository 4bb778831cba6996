package io.tunetally.slack.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.tunetally.slack.fake.Incoming;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** One body as Slack sends it over HTTP, with up to four things wrong in it. */
final class MutatedBody {
    /** Stands for what people write. */
    static final String MARK = "zorkmark";

    private static final String TEXT = "cost gpt-4o 1k examples " + MARK;
    private static final String TWICE = "__twice__";
    private static final int MOST_MUTATIONS = 4;
    private static final int DEPTH = 5_000;
    private static final int HUGE = 50_000;
    private static final List<String> NUMBERS =
            List.of("0", "-1", "1e999", "-1E-999", "9223372036854775808", "0.1", "9".repeat(400), "2147483648");

    private final Random random;
    private final int number;
    private final String responseUrl;

    /**
     * A body that is not made yet.
     *
     * @param number of a person and a place of its own
     */
    MutatedBody(Random random, int number, String responseUrl) {
        this.random = random;
        this.number = number;
        this.responseUrl = responseUrl;
    }

    /** The body; the same for the same random numbers. */
    String text() {
        JsonObject valid = valid();
        int mutations = 1 + random.nextInt(MOST_MUTATIONS);
        for (int n = 0; n < mutations; n++) {
            mutate(valid);
        }
        String body = valid.has("type") || random.nextBoolean() ? json(valid) : form(valid);
        return random.nextInt(5) == 0 ? cut(body) : body;
    }

    private JsonObject valid() {
        String event = "Ev" + number;
        String ts = "1700000000." + (100_000 + number);
        JsonObject body = switch (random.nextInt(15)) {
            case 0, 1, 2 -> Incoming.command("/finetune", TEXT, "U" + number, responseUrl);
            case 3 -> Incoming.mention(event, TEXT, ts);
            case 4 -> Incoming.mentionInThread(event, TEXT, ts, "1700000000.000001");
            case 5 -> Incoming.directMessage(event, TEXT);
            case 6 -> Incoming.directMessage(event, TEXT, "file_share");
            case 7 -> Incoming.homeOpened(event, "home");
            case 8 -> Incoming.pressOnHome("command:" + MARK, TEXT);
            case 9 -> Incoming.defaults(Map.of("model", MARK, "examples", "1000"));
            case 10 -> Incoming.pressOnOwn("command:0", TEXT, responseUrl);
            case 11 -> Incoming.pressInThread("share:0", TEXT, responseUrl, "1700000000.000001");
            case 12 -> Incoming.messageShortcutInThread(TEXT, responseUrl, "1700000000.000001");
            case 13 -> Incoming.globalShortcut();
            default -> Incoming.submission("gpt-4o " + MARK, "1000");
        };
        elsewhere(body);
        return body;
    }

    /** A person and a place of its own, so that none is asked to wait for another. */
    private void elsewhere(JsonObject body) {
        if (body.get("event") instanceof JsonObject event) {
            event.addProperty("user", "U" + number);
            event.addProperty("channel", "D" + number);
        } else if (body.has("command")) {
            body.addProperty("channel_id", "C" + number);
        } else {
            body.getAsJsonObject("user").addProperty("id", "U" + number);
            if (body.has("channel")) {
                body.getAsJsonObject("channel").addProperty("id", "C" + number);
            }
        }
    }

    private void mutate(JsonObject body) {
        List<JsonElement> containers = new ArrayList<>();
        collect(body, containers);
        switch (containers.get(random.nextInt(containers.size()))) {
            case JsonObject object when !object.isEmpty() -> mutateMember(object);
            case JsonArray array when !array.isEmpty() -> mutateItem(array);
            case JsonArray array -> array.add(odd());
            case JsonObject object -> object.add(string(), odd());
            default -> throw new IllegalStateException("neither an object nor an array");
        }
    }

    private static void collect(JsonElement element, List<JsonElement> containers) {
        if (element instanceof JsonObject object) {
            containers.add(object);
            object.asMap().values().forEach(value -> collect(value, containers));
        } else if (element instanceof JsonArray array) {
            containers.add(array);
            array.forEach(value -> collect(value, containers));
        }
    }

    private void mutateMember(JsonObject object) {
        List<String> keys = List.copyOf(object.keySet());
        String key = keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(key);
            case 1 -> object.add(TWICE + key, random.nextBoolean() ? odd() : object.get(key));
            case 2 -> object.add(string(), odd());
            default -> object.add(key, odd());
        }
    }

    private void mutateItem(JsonArray array) {
        switch (random.nextInt(4)) {
            case 0 -> array.remove(0);
            case 1 -> array.add(array.get(0).deepCopy());
            case 2 -> array.add(odd());
            default -> array.set(0, odd());
        }
    }

    /** A value of another type or size than belongs there. */
    private JsonElement odd() {
        return switch (random.nextInt(9)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(random.nextBoolean());
            case 2 -> new JsonPrimitive(new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            case 3 -> new JsonArray();
            case 4 -> new JsonObject();
            case 5 -> deep();
            case 6 -> object(new JsonPrimitive(MARK));
            default -> new JsonPrimitive(string());
        };
    }

    private static JsonObject object(JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(MARK, value);
        return object;
    }

    private JsonElement deep() {
        JsonElement element = new JsonPrimitive(MARK);
        boolean objects = random.nextBoolean();
        for (int depth = random.nextInt(300); depth > 0; depth--) {
            JsonArray array = new JsonArray();
            array.add(element);
            element = objects ? object(element) : array;
        }
        return element;
    }

    private String string() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> MARK + "x".repeat(random.nextInt(HUGE));
            case 2 ->
                MARK
                        + random.ints(random.nextInt(200), 0, 0x10000)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining());
            case 3 ->
                MARK
                        + random.ints(random.nextInt(200), 0, Character.MAX_CODE_POINT)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining());
            case 4 -> NUMBERS.get(random.nextInt(NUMBERS.size())) + MARK;
            default -> " " + MARK + "\n";
        };
    }

    private String json(JsonObject body) {
        String text = body.toString().replace(TWICE, "");
        if (random.nextInt(40) == 0) {
            text = text.replaceFirst("\\{", "{\"" + MARK + "\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + ",");
        }
        boolean event = body.has("event") || random.nextInt(20) == 0;
        return event ? text : "payload=" + URLEncoder.encode(text, UTF_8);
    }

    private static String form(JsonObject body) {
        return body.entrySet().stream()
                .map(field -> encoded(field.getKey().replace(TWICE, "")) + "=" + encoded(value(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String value(JsonElement value) {
        return value instanceof JsonPrimitive ? value.getAsString() : value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private String cut(String body) {
        return body.substring(0, random.nextInt(body.length()));
    }
}
