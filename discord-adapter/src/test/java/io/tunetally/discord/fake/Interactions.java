package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Discord's rules for interactions: three seconds, one callback each, nothing before it, five follow-ups of a personal app. */
@Requirement({"discord-8", "discord-11a"})
final class Interactions {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int PERSONAL_FOLLOWUPS = 5;

    private final Consumer<String> fault;
    private final Map<String, One> byId = new ConcurrentHashMap<>();
    private final Map<String, One> byToken = new ConcurrentHashMap<>();

    private static final class One {
        private final long begunAt = ProgramTime.now();
        private final String what;
        private final Set<Integer> callbacks;
        private final boolean personal;
        private boolean answered;
        private boolean thinking;
        private boolean refused;
        private int followups;

        /** The flags of the message that {@code @original} is. */
        private int flags;

        private One(JsonNode interaction) {
            int type = interaction.path("type").asInt();
            what = "interaction " + type + " " + interaction.path("data");
            callbacks = callbacks(type, interaction.has("message"));
            personal = !interaction.path("authorizing_integration_owners").has("0");
            flags = SentMessages.flags(interaction.path("message"));
        }

        /** Which callbacks Discord takes: a form cannot open another, a command has no message to edit. */
        private static Set<Integer> callbacks(int type, boolean ofAMessage) {
            return switch (type) {
                case 2 -> Set.of(4, 5, 9);
                case 3 -> Set.of(4, 5, 6, 7, 9);
                case 4 -> Set.of(8);
                default -> ofAMessage ? Set.of(4, 5, 6, 7) : Set.of(4, 5);
            };
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
        One one = known(call);
        if (one == null) {
            return false;
        }
        synchronized (one) {
            if (one.answered) {
                fault.accept("a second callback: " + call.body());
                return false;
            }
            one.answered = true;
        }
        one.thinking = call.body().path("type").asInt() == 5;
        check(one, call.body());
        return true;
    }

    /** Records a callback that Discord refuses for any reason: if it stays the only one, that is no fault. */
    void refused(FakeDiscord.Call call) {
        One one = known(call);
        if (one != null) {
            one.refused = true;
            check(one, call.body());
        }
    }

    private @Nullable One known(FakeDiscord.Call call) {
        One one = byId.get(call.id());
        if (one == null) {
            fault.accept("a callback of an interaction that never was: " + call.path());
        } else if (ProgramTime.since(one.begunAt).compareTo(LIMIT) > 0) {
            fault.accept("later than three seconds: " + call.path());
        }
        return one;
    }

    private void check(One one, JsonNode body) {
        int type = body.path("type").asInt();
        JsonNode data = body.path("data");
        mustBe(one.callbacks.contains(type), "callback " + type + " to " + one.what);
        switch (type) {
            case 4 -> {
                broken(data);
                one.flags = SentMessages.flags(data);
            }
            case 5 -> one.flags = 0;
            case 6 -> {}
            case 7 -> {
                broken(data);
                SentMessages.mustKeepItsFlag(one.flags, data, fault);
                one.flags = SentMessages.flags(data);
            }
            case 8 -> {
                mustBe(data.path("choices").size() <= 25, "more than 25 choices");
                for (String part : List.of("name", "value")) {
                    List<String> all = data.path("choices").findValuesAsText(part);
                    mustBe(all.size() == Set.copyOf(all).size(), "two choices with the same " + part + ": " + all);
                }
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
            JsonNode field = label.path("component");
            mustBe(Set.of(3, 4, 19).contains(field.path("type").asInt()), "an unknown field " + field);
            if (field.path("type").asInt() == 19) {
                int least = field.path("min_values").asInt(1);
                int most = field.path("max_values").asInt(1);
                mustBe(least >= 0 && least <= most && most >= 1 && most <= 10, "the number of files of " + field);
                mustBe(least > 0 || !field.path("required").asBoolean(true), "files that are required and are none");
            }
            mustBe(field.path("value").asText("").length() <= 4_000, "a value " + label);
            if (field.path("type").asInt() == 3) {
                menu(field);
            }
        });
    }

    private void menu(JsonNode menu) {
        JsonNode options = menu.path("options");
        mustBe(!options.isEmpty() && options.size() <= 25, "the options of a menu " + menu);
        List<String> values = options.findValuesAsText("value");
        mustBe(values.size() == Set.copyOf(values).size(), "two options with the same value: " + values);
        options.forEach(option -> {
            mustBe(inside(option.path("label").asText(), 100), "an option's label: " + option);
            mustBe(inside(option.path("value").asText(), 100), "an option's value: " + option);
            mustBe(option.path("description").asText("").length() <= 100, "an option's description: " + option);
        });
        mustBe(
                options.findValuesAsText("default").stream()
                                .filter("true"::equals)
                                .count()
                        <= 1,
                "two defaults " + menu);
    }

    void after(FakeDiscord.Kind kind, FakeDiscord.Call call) {
        One one = byToken.get(call.path().split("/", -1)[3]);
        if (one == null || !one.answered) {
            fault.accept("before its callback: " + call.path());
            return;
        }
        check(call);
        if (kind == FakeDiscord.Kind.ORIGINAL) {
            one.thinking = false;
            if (!isRemoval(call)) {
                SentMessages.mustKeepItsFlag(one.flags, call.body(), fault);
            }
            one.flags = SentMessages.flags(call.body());
        } else if (one.thinking) {
            fault.accept("a follow-up takes the place, and the audience, of a deferred answer: " + call.body());
        }
        if (kind == FakeDiscord.Kind.FOLLOWUP && ++one.followups > PERSONAL_FOLLOWUPS && one.personal) {
            fault.accept("more than five follow-ups");
        }
    }

    /** Records a refused follow-up: if no other one comes, that is no fault. */
    void refusedAfter(FakeDiscord.Call call) {
        One one = byToken.get(call.path().split("/", -1)[3]);
        if (one != null) {
            one.refused = true;
        }
        check(call);
    }

    private void check(FakeDiscord.Call call) {
        if (!isRemoval(call)) {
            broken(call.body());
        }
    }

    private static boolean isRemoval(FakeDiscord.Call call) {
        return call.method().equals("DELETE");
    }

    /** Finds the interactions without an answer, and those that still show "thinking...". */
    void end() {
        for (One one : byId.values()) {
            if (!one.answered && !one.refused) {
                fault.accept("never answered: " + one.what);
            } else if (one.thinking && !one.refused) {
                fault.accept("deferred and never answered: " + one.what);
            }
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

    /** Discord's answer to a callback. */
    ObjectNode response(FakeDiscord.Call call) {
        ObjectNode response = Bodies.MAPPER.createObjectNode();
        response.putObject("interaction").put("id", call.id()).put("type", 2);
        return response;
    }
}
