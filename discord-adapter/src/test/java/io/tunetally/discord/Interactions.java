package io.tunetally.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Discord's rules for interactions: three seconds, one callback each, nothing before it, five follow-ups of a personal app. */
final class Interactions {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int PERSONAL_FOLLOWUPS = 5;

    private final Consumer<String> fault;
    private final Map<String, One> byId = new ConcurrentHashMap<>();
    private final Map<String, One> byToken = new ConcurrentHashMap<>();

    private static final class One {
        private final long begunAt = System.nanoTime();
        private final boolean component;
        private final boolean personal;
        private boolean answered;
        private boolean thinking;
        private int followups;

        private One(JsonNode interaction) {
            component = interaction.path("type").asInt() == 3
                    || (interaction.path("type").asInt() == 5 && interaction.has("message"));
            personal = !interaction.path("authorizing_integration_owners").has("0");
        }
    }

    Interactions(Consumer<String> fault) {
        this.fault = fault;
    }

    void begin(JsonNode interaction) {
        One one = new One(interaction);
        byId.put(interaction.path("id").asText(), one);
        byToken.put(interaction.path("token").asText(), one);
    }

    /** False for one that Discord would not take. */
    boolean callback(FakeDiscord.Call call) {
        One one = byId.get(call.id());
        if (one == null) {
            fault.accept("a callback of an interaction that never was: " + call.path());
            return false;
        }
        if (Duration.ofNanos(System.nanoTime() - one.begunAt).compareTo(LIMIT) > 0) {
            fault.accept("later than three seconds: " + call.path());
        }
        synchronized (one) {
            if (one.answered) {
                fault.accept("a second callback: " + call.body());
                return false;
            }
            one.answered = true;
        }
        check(one, call.body());
        return true;
    }

    private void check(One one, JsonNode body) {
        int type = body.path("type").asInt();
        JsonNode data = body.path("data");
        switch (type) {
            case 4 -> broken(data);
            case 5 -> one.thinking = true;
            case 6 -> mustBe(one.component, "an edit of no component's message");
            case 7 -> {
                mustBe(one.component, "an edit of no component's message");
                broken(data);
            }
            case 8 -> {
                mustBe(data.path("choices").size() <= 25, "more than 25 choices");
                data.path("choices").forEach(choice -> {
                    mustBe(inside(choice.path("name").asText(), 100), "a choice's name: " + choice);
                    mustBe(inside(choice.path("value").asText(), 100), "a choice's value: " + choice);
                });
            }
            case 9 -> modal(data);
            default -> fault.accept("unknown callback " + body);
        }
    }

    private void modal(JsonNode modal) {
        mustBe(inside(modal.path("title").asText(), 45), "the title of a form");
        mustBe(inside(modal.path("custom_id").asText(), 100), "the id of a form");
        mustBe(modal.path("components").size() >= 1 && modal.path("components").size() <= 5, "the fields of a form");
        modal.path("components").forEach(label -> {
            mustBe(label.path("type").asInt() == 18, "a field without a label");
            mustBe(inside(label.path("label").asText(), 45), "a label " + label);
            mustBe(label.path("description").asText("").length() <= 100, "a description " + label);
            mustBe(label.path("component").path("value").asText("").length() <= 4_000, "a value " + label);
        });
    }

    void after(FakeDiscord.Kind kind, FakeDiscord.Call call) {
        One one = byToken.get(call.path().split("/", -1)[3]);
        if (one == null || !one.answered) {
            fault.accept("before its callback: " + call.path());
            return;
        }
        if (kind == FakeDiscord.Kind.ORIGINAL) {
            one.thinking = false;
        } else if (one.thinking) {
            fault.accept("a follow-up takes the place, and the audience, of a deferred answer: " + call.body());
        }
        if (!call.method().equals("DELETE")) {
            broken(call.body());
        }
        if (kind == FakeDiscord.Kind.FOLLOWUP && ++one.followups > PERSONAL_FOLLOWUPS && one.personal) {
            fault.accept("more than five follow-ups");
        }
    }

    private void broken(JsonNode message) {
        LimitsCheck.of(message).broken().forEach(fault);
    }

    private void mustBe(boolean kept, String rule) {
        if (!kept) {
            fault.accept("broken: " + rule);
        }
    }

    private static boolean inside(String text, int most) {
        return !text.isEmpty() && text.length() <= most;
    }

    /** What Discord says to a callback. */
    ObjectNode response(FakeDiscord.Call call) {
        ObjectNode response = Bodies.MAPPER.createObjectNode();
        response.putObject("interaction").put("id", call.id()).put("type", 2);
        return response;
    }
}
