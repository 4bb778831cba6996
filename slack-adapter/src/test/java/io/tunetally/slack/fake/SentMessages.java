package io.tunetally.slack.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The messages and views that the adapter sent, each checked against the limits of Slack. */
final class SentMessages {
    private final FakePace pace;
    private final LongSupplier now;
    private final Consumer<String> fault;
    private final FakeTriggers triggers = new FakeTriggers();
    private final BlockingQueue<FakeSlack.Call> posts = new LinkedBlockingQueue<>();
    private final BlockingQueue<FakeSlack.Call> updates = new LinkedBlockingQueue<>();
    private final BlockingQueue<FakeSlack.Call> homes = new LinkedBlockingQueue<>();

    /**
     * Creates the record of them.
     *
     * @param now the time in nanoseconds
     */
    SentMessages(FakePace pace, LongSupplier now, Consumer<String> fault) {
        this.pace = pace;
        this.now = now;
        this.fault = fault;
    }

    BlockingQueue<FakeSlack.Call> posts() {
        return posts;
    }

    BlockingQueue<FakeSlack.Call> updates() {
        return updates;
    }

    BlockingQueue<FakeSlack.Call> homes() {
        return homes;
    }

    String posted(FakeSlack.Call call) {
        if (call.parameters().containsKey("blocks")) {
            LimitsCheck.of(call.message()).broken().forEach(fault);
        } else if (!LimitsCheck.isText(call.get("text"))) {
            fault.accept("a message with neither blocks nor a text that Slack takes");
        }
        if (call.get("channel").isEmpty() || call.get("reply_broadcast").equals("1")) {
            fault.accept("a post without a channel or one for the whole channel: " + call);
        }
        if (call.method().equals("chat.postEphemeral") && call.get("user").isEmpty()) {
            fault.accept("a message to one person without a recipient: " + call);
        }
        pace.posted(call.authorization(), call.get("channel"), now.getAsLong());
        posts.add(call);
        return "{\"ok\":true,\"channel\":\"" + channelOf(call.get("channel")) + "\",\"ts\":\"" + FakeSlack.POSTED
                + "\"}";
    }

    /** The channel of a post: for a user, that of their direct messages. */
    private static String channelOf(String recipient) {
        return recipient.startsWith("U") ? "D" + recipient : recipient;
    }

    String updated(FakeSlack.Call call) {
        if (!call.parameters().containsKey("blocks")) {
            fault.accept("a change without blocks, which keeps those that were there: " + call);
        } else if (!call.message().getAsJsonArray("blocks").isEmpty()) {
            LimitsCheck.of(call.message()).broken().forEach(fault);
        } else if (!LimitsCheck.isText(call.get("text"))) {
            fault.accept("a change with neither blocks nor a text that Slack takes");
        }
        if (!call.get("ts").equals(FakeSlack.POSTED)) {
            return "{\"ok\":false,\"error\":\"message_not_found\"}";
        }
        updates.add(call);
        return "{\"ok\":true,\"channel\":\"" + call.get("channel") + "\",\"ts\":\"" + FakeSlack.POSTED + "\"}";
    }

    String published(FakeSlack.Call call) {
        JsonObject view = JsonParser.parseString(call.get("view")).getAsJsonObject();
        LimitsCheck.ofHome(view).broken().forEach(fault);
        BlockSchema.faultsOfHome(view).forEach(fault);
        if (!view.get("type").getAsString().equals("home")
                || call.get("user_id").isEmpty()) {
            fault.accept("no home of anybody: " + call);
        }
        homes.add(call);
        return "{\"ok\":true,\"view\":{\"id\":\"V2\"}}";
    }

    String viewed(FakeSlack.Call call) {
        JsonObject view = JsonParser.parseString(call.get("view")).getAsJsonObject();
        ModalCheck.faultsOf(view).forEach(fault);
        String refused = triggers.use(call.get("trigger_id"));
        if (!refused.isEmpty()) {
            fault.accept("a form was not opened: " + refused);
            return "{\"ok\":false,\"error\":\"" + refused + "\"}";
        }
        posts.add(call);
        return "{\"ok\":true,\"view\":{\"id\":\"V1\"}}";
    }
}
