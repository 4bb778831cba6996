package io.tunetally.slack.fake;

import com.google.gson.JsonObject;
import java.util.Set;
import java.util.function.Consumer;

/** Checks the acknowledgements of requests, and what response addresses get. */
public final class AcknowledgementCheck {
    private static final Set<String> UNREPAIRABLE = Set.of("table", "data_table", "data_visualization");

    private final Consumer<String> fault;

    AcknowledgementCheck(Consumer<String> fault) {
        this.fault = fault;
    }

    /** Checks the acknowledgement of a command. A refused table in it cannot be repaired. */
    public void checkAcknowledgement(JsonObject body) {
        checkResponse(body);
        if (body.has("blocks")) {
            body.getAsJsonArray("blocks").forEach(block -> {
                String type = block.getAsJsonObject().get("type").getAsString();
                if (UNREPAIRABLE.contains(type)) {
                    fault.accept("in an acknowledgement: " + type);
                }
            });
        }
    }

    /** Checks the acknowledgement of a press, a shortcut or a form: only a form is answered in it. */
    public void checkInteraction(JsonObject payload, JsonObject body) {
        if (body.isEmpty()) {
            return;
        }
        if (!payload.get("type").getAsString().equals("view_submission")) {
            fault.accept("an acknowledgement has a body without a reader: " + body);
            return;
        }
        switch (body.get("response_action").getAsString()) {
            case "errors" -> {
                Set<String> fields = payload.getAsJsonObject("view")
                        .getAsJsonObject("state")
                        .getAsJsonObject("values")
                        .keySet();
                if (!fields.containsAll(body.getAsJsonObject("errors").keySet())) {
                    fault.accept("errors of fields that the form does not have: " + body);
                }
            }
            case "update", "push" ->
                ModalCheck.faultsOf(body.getAsJsonObject("view")).forEach(fault);
            case "clear" -> {}
            default -> fault.accept("no response action: " + body);
        }
    }

    /** A response is limited as a message is. */
    void checkResponse(JsonObject body) {
        if (body.has("blocks")) {
            LimitsCheck.of(body).broken().forEach(fault);
        } else if (!LimitsCheck.isText(body.get("text").getAsString())) {
            fault.accept("a response without a text that Slack takes");
        }
    }
}
