package io.tunetally.slack;

import io.tunetally.AdapterArchitectureContract;
import io.tunetally.Room;
import java.util.stream.Stream;

class SlackArchitectureTest extends AdapterArchitectureContract {
    SlackArchitectureTest() {
        super("Slack", ROOT + ".discord..", "net.dv8tion..");
    }

    /** Every room may use bot-core, the command line excepted, and Slack's SDK; only {@code slack.http} may not. */
    @Override
    protected Stream<Room> table() {
        return Stream.of(
                Room.of(ROOT, "slack.http", "", "org.slf4j.."),
                room("slack.api", ""),
                room("slack.message", "slack.api"),
                room("slack.send", "slack.message slack.api"),
                room("slack.event", "slack.send slack.message slack.api"),
                room("slack.install", "slack.event slack.send slack.message slack.api slack.http"),
                room("slack.transport", "slack.message slack.api slack.http"),
                room(
                        "slack",
                        "slack.transport slack.install slack.event slack.send slack.message slack.api slack.http"));
    }

    private static Room room(String name, String ours) {
        return Room.ofAdapter(
                ROOT,
                name,
                ours,
                "com.slack..",
                "okhttp3..",
                "okio..",
                "com.google.gson..",
                "org.java_websocket..",
                "org.apache.commons.text..",
                "com.sun.net.httpserver..");
    }
}
