package io.tunetally.discord.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A bot in a process of its own, and the fake Discord that asks it, for {@link SideBySide} and {@link Footprint}. Linux only. */
final class MeasuredBot implements AutoCloseable {
    /** Discord and its clients take one message at a time in each. */
    private static final int CHANNELS = 50;

    /** A bot that uses less than a twentieth of a processor has nothing left to compile or to write. */
    private static final double QUIET_SECONDS = 0.015;

    /** Discord's 41 seconds are longer than a warm-up: the first heartbeats, which lead to compiling, would be measured. */
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);

    private static final int QUIET_WITHIN_MILLIS = 300;
    private static final int MOST_LOOKS = 200;
    private static final int MOST_UNANSWERED = 20;

    private final String command;
    private final IntFunction<String> question;
    private final FakeDiscord discord;
    private final Process process;
    private final Duration ready;
    private final Duration firstAnswer;
    private final Map<String, Long> sentAt = new HashMap<>();
    private int asked;

    /**
     * A number of mentions and their answers.
     *
     * @param millis the times to their answers, shortest first
     * @param seconds the time until the last answer
     * @param meanwhile the processor time until the last answer
     * @param processorSeconds the bot's processor time until it was quiet again
     */
    record Burst(List<Double> millis, double seconds, Processors meanwhile, double processorSeconds) {}

    /** Starts it in one server and waits for its first answer. It finds the address in {@code DISCORD_API_URL}. */
    MeasuredBot(String command) throws IOException, InterruptedException {
        this(command, List.of(), _ -> "cost gpt-4o 1k examples 3 epochs");
    }

    /**
     * The same in more servers.
     *
     * @param question what is asked as the n-th, from 0
     */
    MeasuredBot(String command, List<ObjectNode> moreServers, IntFunction<String> question)
            throws IOException, InterruptedException {
        this(command, moreServers, question, true);
    }

    /**
     * The same, measured from its first question or later.
     *
     * @param asksAtOnce whether it is asked every few milliseconds until it answers; else it has not been asked anything yet
     */
    MeasuredBot(String command, List<ObjectNode> moreServers, IntFunction<String> question, boolean asksAtOnce)
            throws IOException, InterruptedException {
        this.command = command;
        this.question = question;
        List<ObjectNode> servers =
                Stream.concat(Stream.of(guild()), moreServers.stream()).toList();
        discord = new FakeDiscord(_ -> servers);
        if (moreServers.isEmpty()) { // The fake answers no heartbeat while it tells of its servers.
            discord.gateway().heartbeatInterval(HEARTBEAT_INTERVAL);
        }
        Path folder = Files.createTempDirectory("side-by-side");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec " + command);
        builder.environment().putAll(RunningDiscord.environment(discord, folder));
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        long begun = System.nanoTime();
        process = builder.start();
        ready = untilItIsConnected(begun);
        firstAnswer = asksAtOnce ? untilItAnswers(begun) : Duration.ZERO;
    }

    Duration ready() {
        return ready;
    }

    String command() {
        return command;
    }

    Duration firstAnswer() {
        return firstAnswer;
    }

    /** Asks so many questions, so many at once. */
    Burst burst(int mentions, int inFlight) throws IOException, InterruptedException {
        long[] nanos = new long[mentions];
        Processors before = processors();
        long begun = System.nanoTime();
        int sent = 0;
        for (int n = 0; n < mentions; n++) {
            for (; sent < mentions && sent - n < inFlight; sent++) {
                ask();
            }
            nanos[n] = answered();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Processors meanwhile = processors().since(before);
        awaitQuiet();
        List<Double> millis =
                Arrays.stream(nanos).sorted().mapToObj(each -> each / 1e6).toList();
        return new Burst(millis, seconds, meanwhile, processors().since(before).bot());
    }

    /** Until it has nothing more to do. */
    void awaitQuiet() throws IOException, InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Processors before = processors();
            Thread.sleep(QUIET_WITHIN_MILLIS);
            if (processors().since(before).bot() < QUIET_SECONDS) {
                return;
            }
        }
        throw new IllegalStateException(command + " is still busy without a question after a minute");
    }

    long residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        discord.close();
    }

    private static ObjectNode guild() {
        ObjectNode guild = Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS);
        for (int n = 0; n < CHANNELS; n++) {
            guild.withArray("channels")
                    .addObject()
                    .put("id", channel(n))
                    .put("type", 0)
                    .put("name", "channel")
                    .put("position", 0);
        }
        return guild;
    }

    private static String channel(int n) {
        return String.valueOf(3_000 + n % CHANNELS);
    }

    private Duration untilItIsConnected(long begun) throws InterruptedException {
        while (discord.gateway().shards() == 0) {
            Thread.sleep(1);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Asks so many questions a fixed time apart, whether or not the last one is answered. */
    Burst paced(int mentions, Duration apart) throws IOException, InterruptedException {
        Processors before = processors();
        long begun = System.nanoTime();
        Map<String, Long> nanos = new HashMap<>();
        Thread answers = Thread.ofPlatform().start(() -> {
            for (int n = 0; n < mentions; n++) {
                take(nanos);
            }
        });
        for (int n = 0; n < mentions; n++) {
            ask();
            Thread.sleep(apart);
        }
        answers.join();
        List<Double> millis = nanos.entrySet().stream()
                .map(answer -> (answer.getValue() - Objects.requireNonNull(sentAt.remove(answer.getKey()))) / 1e6)
                .sorted()
                .toList();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Processors meanwhile = processors().since(before);
        return new Burst(millis, seconds, meanwhile, meanwhile.bot());
    }

    private void take(Map<String, Long> nanos) {
        try {
            Call post = discord.take(Kind.POST);
            nanos.put(post.body().at("/message_reference/message_id").asText(), System.nanoTime());
        } catch (InterruptedException stop) {
            throw new IllegalStateException("interrupted while it waits for an answer", stop);
        }
    }

    /** A mention every few milliseconds from when it is connected, until one is answered. */
    private Duration untilItAnswers(long begun) throws InterruptedException {
        while (discord.waiting(Kind.POST) == 0) {
            if (discord.gateway().shards() > 0 && sentAt.size() < MOST_UNANSWERED) {
                ask();
            }
            Thread.sleep(10);
        }
        Duration first = Duration.ofNanos(System.nanoTime() - begun);
        while (!sentAt.isEmpty()) {
            answered();
        }
        return first;
    }

    private void ask() {
        ObjectNode message = Incoming.inGuild(channel(asked), "<@100> " + question.apply(asked));
        message.set("author", Incoming.user(String.valueOf(1_000_000 + asked), "grace"));
        asked++;
        sentAt.put(message.path("id").asText(), System.nanoTime());
        discord.gateway().dispatch("MESSAGE_CREATE", message);
    }

    /** How long the next answer took. */
    private long answered() throws InterruptedException {
        Call post = discord.take(Kind.POST);
        long now = System.nanoTime();
        Long then =
                sentAt.remove(post.body().at("/message_reference/message_id").asText());
        return now - Objects.requireNonNull(then, "an answer without a question");
    }

    private Processors processors() throws IOException {
        return Processors.of(process.pid());
    }
}
