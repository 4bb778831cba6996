package io.tunetally.discord.bench;

import io.tunetally.discord.bench.MeasuredBot.Burst;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures bots beside each other. Takes the number of rounds and a shell command for each bot. In a round each starts anew, is
 * warmed up, and then all take turns, a short burst each, so that whatever else the machine does meets them alike; while one
 * answers, the others have nothing to do. A first short round warms this process up and is not counted. What this process collects
 * would hold up a bot: give it {@code -XX:+UseSerialGC -Xms8g -Xmn6g}, so that it collects between bursts alone.
 */
final class SideBySide {
    /** Java goes on compiling what it runs for about so long, and anew where it runs otherwise: with pauses, one by one, at once. */
    private static final int WARM_UPS = 20;

    private static final int WARM_UP_AT_ONCE = 5_000;
    private static final int WARM_UP_ONE_BY_ONE = 1_500;
    private static final int IN_FLIGHT = 50;
    private static final int TURNS = 12;

    /** The warm-up questions before a burst counts: a processor that did something else meanwhile has cold caches. */
    private static final int REMINDERS = 200;

    private enum Manner {
        ONE_BY_ONE(1, 1_000),
        AT_ONCE(IN_FLIGHT, 2_000);

        private final int inFlight;
        private final int mentions;

        Manner(int inFlight, int mentions) {
            this.inFlight = inFlight;
            this.mentions = mentions;
        }

        @Override
        public String toString() {
            return this == ONE_BY_ONE ? "one by one" : inFlight + " in flight";
        }
    }

    private final List<String> commands;
    private final Map<Series, List<Burst>> bursts = new HashMap<>();

    private record Series(Manner manner, String command) {}

    private SideBySide(List<String> commands) {
        this.commands = commands;
    }

    /** Usage: {@code ROUNDS COMMAND...}. */
    public static void main(String[] arguments) throws Exception {
        SideBySide bench = new SideBySide(Arrays.asList(arguments).subList(1, arguments.length));
        System.out.println("warming up");
        for (String command : bench.commands) {
            try (MeasuredBot bot = new MeasuredBot(command)) {
                warmUp(bot, WARM_UPS / 4);
            }
        }
        int rounds = Integer.parseInt(arguments[0]);
        for (int round = 1; round <= rounds; round++) {
            System.out.printf("round %d of %d%n", round, rounds);
            bench.round();
        }
        System.out.println("all rounds");
        for (Manner manner : Manner.values()) {
            bench.report(manner, rounds * TURNS);
            bench.compare(manner);
        }
        System.exit(0);
    }

    private static void warmUp(MeasuredBot bot, int times) throws IOException, InterruptedException {
        for (int n = 0; n < times; n++) {
            bot.burst(WARM_UP_AT_ONCE, IN_FLIGHT);
            bot.burst(WARM_UP_ONE_BY_ONE, 1);
        }
    }

    private void round() throws Exception {
        List<MeasuredBot> bots = new ArrayList<>();
        try {
            for (String command : commands) {
                MeasuredBot bot = new MeasuredBot(command);
                bots.add(bot);
                System.out.printf(
                        "  %s: first answer %d ms after exec%n",
                        command, bot.firstAnswer().toMillis());
                warmUp(bot, WARM_UPS);
            }
            for (Manner manner : Manner.values()) {
                for (int turn = 0; turn < TURNS; turn++) {
                    System.gc();
                    for (MeasuredBot bot : bots) {
                        bot.burst(REMINDERS, manner.inFlight);
                        bursts(manner, bot.command()).add(bot.burst(manner.mentions, manner.inFlight));
                    }
                    Collections.reverse(bots);
                }
                report(manner, TURNS);
            }
            for (MeasuredBot bot : bots) {
                System.out.printf("  %s: %d MiB resident%n", bot.command(), bot.residentMebibytes());
            }
        } finally {
            for (MeasuredBot bot : bots) {
                bot.close();
            }
        }
    }

    /** Of the last so many turns. */
    private void report(Manner manner, int turns) {
        for (String command : commands) {
            List<Burst> all = bursts(manner, command);
            List<Burst> last = all.subList(all.size() - turns, all.size());
            List<Double> millis = last.stream()
                    .flatMap(burst -> burst.millis().stream())
                    .sorted()
                    .toList();
            System.out.printf(
                    "  %s, %s: p50 %.2f ms, p99 %.2f ms, %.0f a second, %.3f ms of processor a mention%n",
                    command,
                    manner,
                    percentile(millis, 50),
                    percentile(millis, 99),
                    millis.size() / sum(last, Burst::seconds),
                    1e3 * sum(last, Burst::processorSeconds) / millis.size());
        }
    }

    /** The first bot to each of the others, turn by turn: a turn takes seconds, in which the machine changes little. */
    private void compare(Manner manner) {
        List<Burst> first = bursts(manner, commands.getFirst());
        for (String command : commands.subList(1, commands.size())) {
            List<Burst> other = bursts(manner, command);
            System.out.printf(
                    "  %s to %s, %s, quartiles of %d turns: p50 %s, p99 %s, a second %s%n",
                    commands.getFirst(),
                    command,
                    manner,
                    first.size(),
                    ratios(first, other, burst -> percentile(burst.millis(), 50)),
                    ratios(first, other, burst -> percentile(burst.millis(), 99)),
                    ratios(first, other, burst -> burst.millis().size() / burst.seconds()));
        }
    }

    private List<Burst> bursts(Manner manner, String command) {
        return bursts.computeIfAbsent(new Series(manner, command), _ -> new ArrayList<>());
    }

    private static String ratios(List<Burst> first, List<Burst> other, ToDoubleFunction<Burst> figure) {
        double[] ratios = IntStream.range(0, first.size())
                .mapToDouble(turn -> figure.applyAsDouble(first.get(turn)) / figure.applyAsDouble(other.get(turn)))
                .sorted()
                .toArray();
        return "%.2f %.2f %.2f"
                .formatted(ratios[ratios.length / 4], ratios[ratios.length / 2], ratios[ratios.length * 3 / 4]);
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100);
    }

    private static double sum(List<Burst> bursts, ToDoubleFunction<Burst> figure) {
        return bursts.stream().mapToDouble(figure).sum();
    }
}
