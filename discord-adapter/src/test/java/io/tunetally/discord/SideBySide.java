package io.tunetally.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.discord.FakeDiscord.Call;
import io.tunetally.discord.FakeDiscord.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures bots beside each other: each is a process of its own that answers mentions which a {@link FakeDiscord} in this one
 * sends. Takes the number of rounds and a shell command for each bot; they take turns, so that whatever else the machine does
 * meets them alike, after a first round that is not counted, in which this process is warmed up. What this one collects would
 * hold up a bot: give it {@code -XX:+UseSerialGC -Xms8g -Xmn6g}, so that it collects between the phases alone. A bot finds the
 * address in {@code DISCORD_API_URL}, the token in {@code DISCORD_TOKEN}. Linux only.
 */
final class SideBySide {
    private static final int CHANNELS = 50;
    private static final int IN_FLIGHT = 50;
    /** Java goes on compiling what it runs for about so long, and anew where it runs otherwise. */
    private static final int WARM_UP_AT_ONCE = 60_000;

    private static final int WARM_UP_ONE_BY_ONE = 15_000;
    private static final int ONE_BY_ONE = 5_000;
    private static final int AT_ONCE = 10_000;

    /** A bot that uses less than a twentieth of a processor has nothing left to compile. */
    private static final double QUIET_SECONDS = 0.025;

    private static final int QUIET_WITHIN_MILLIS = 500;
    private static final int MOST_LOOKS = 120;

    private final FakeDiscord discord;
    private final Map<String, Long> sentAt = new HashMap<>();
    private int asked;

    private SideBySide(FakeDiscord discord) {
        this.discord = discord;
    }

    /** Usage: {@code ROUNDS COMMAND...}. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        List<String> commands = Arrays.asList(arguments).subList(1, arguments.length);
        System.out.println("warming up");
        measure(commands.getLast(), false);
        for (int round = 0; round < rounds; round++) {
            for (String command : commands) {
                measure(command, true);
            }
        }
        System.exit(0);
    }

    private static void measure(String command, boolean counts) throws Exception {
        Path folder = Files.createTempDirectory("side-by-side");
        try (FakeDiscord discord = new FakeDiscord(_ -> List.of(guild()))) {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec " + command);
            builder.environment().putAll(RunningDiscord.environment(discord, folder));
            builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            long begun = System.nanoTime();
            Process process = builder.start();
            try {
                SideBySide bench = new SideBySide(discord);
                Duration first = bench.untilItAnswers(begun);
                bench.burst(WARM_UP_AT_ONCE, IN_FLIGHT);
                awaitQuiet(process);
                bench.burst(WARM_UP_ONE_BY_ONE, 1);
                if (counts) {
                    System.out.printf("%s%n  first answer %d ms after exec%n", command, first.toMillis());
                    bench.measure(process, ONE_BY_ONE, 1, "one by one");
                    bench.measure(process, AT_ONCE, IN_FLIGHT, IN_FLIGHT + " in flight");
                    System.out.printf("  %d MiB resident%n", residentMebibytes(process));
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private void measure(Process process, int mentions, int inFlight, String what) throws Exception {
        awaitQuiet(process);
        double cpu = cpuSeconds(process);
        report(burst(mentions, inFlight), what);
        System.out.printf("  %.3f ms of CPU a mention%n", 1e3 * (cpuSeconds(process) - cpu) / mentions);
    }

    private static void awaitQuiet(Process process) throws Exception {
        System.gc();
        for (int look = 0; look < MOST_LOOKS; look++) {
            double before = cpuSeconds(process);
            Thread.sleep(QUIET_WITHIN_MILLIS);
            if (cpuSeconds(process) - before < QUIET_SECONDS) {
                return;
            }
        }
        throw new IllegalStateException("still busy without a question after a minute");
    }

    /** One with so many channels: Discord and its clients take one message at a time in each. */
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

    /** A mention every few milliseconds from when it is connected, until one is answered. */
    private Duration untilItAnswers(long begun) throws InterruptedException {
        while (discord.waiting(Kind.POST) == 0) {
            if (discord.gateway().shards() > 0) {
                ask();
            }
            Thread.sleep(10);
        }
        Duration first = Duration.ofNanos(System.nanoTime() - begun);
        Thread.sleep(3_000);
        while (discord.waiting(Kind.POST) > 0) {
            answered();
        }
        sentAt.clear();
        return first;
    }

    private void ask() {
        ObjectNode message = Incoming.inGuild(channel(asked), "<@100> cost gpt-4o 1k examples 3 epochs");
        message.set("author", Incoming.user(String.valueOf(1_000_000 + asked), "somebody"));
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
        return now - Objects.requireNonNull(then, "an answer that nobody asked for");
    }

    /** The nanoseconds each took, and last those of all. */
    private long[] burst(int mentions, int inFlight) throws InterruptedException {
        long[] nanos = new long[mentions + 1];
        long begun = System.nanoTime();
        int sent = 0;
        for (int n = 0; n < mentions; n++) {
            for (; sent < mentions && sent - n < inFlight; sent++) {
                ask();
            }
            nanos[n] = answered();
        }
        nanos[mentions] = System.nanoTime() - begun;
        return nanos;
    }

    private void report(long[] nanos, String what) {
        int mentions = nanos.length - 1;
        double seconds = nanos[mentions] / 1e9;
        Arrays.sort(nanos, 0, mentions);
        System.out.printf(
                "  %s: p50 %.2f ms, p99 %.2f ms, %.0f a second%n",
                what, nanos[mentions / 2] / 1e6, nanos[mentions * 99 / 100] / 1e6, mentions / seconds);
    }

    private static double cpuSeconds(Process process) throws IOException {
        String[] fields = Files.readString(Path.of("/proc/" + process.pid() + "/stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private static long residentMebibytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
