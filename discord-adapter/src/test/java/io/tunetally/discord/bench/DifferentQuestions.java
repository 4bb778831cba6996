package io.tunetally.discord.bench;

import io.tunetally.discord.bench.MeasuredBot.Burst;
import io.tunetally.runtime.SampleQuestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Measures what people feel, bots beside each other and in turns: a fresh process, different questions, memory. Takes the number of
 * rounds, of different questions asked while warm, and a shell command for each bot. Prints the medians of all rounds, and the ratio
 * to the last bot.
 */
final class DifferentQuestions {
    private static final int FIRST = 300;
    private static final Duration APART = Duration.ofMillis(15);
    private static final int SLOW = 100;
    private static final Duration SLOWLY_APART = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final int IN_FLIGHT = 50;
    private static final int TURNS = 3;

    private final SampleQuestions questions = SampleQuestions.builtIn();
    private final int warm;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    private DifferentQuestions(int warm) {
        this.warm = warm;
    }

    /** Usage: {@code ROUNDS QUESTIONS COMMAND...}. */
    public static void main(String[] arguments) throws Exception {
        List<String> commands = Arrays.asList(arguments).subList(2, arguments.length);
        DifferentQuestions bench = new DifferentQuestions(Integer.parseInt(arguments[1]));
        int rounds = Integer.parseInt(arguments[0]);
        for (int round = 0; round < rounds; round++) {
            for (String command : commands) {
                bench.fresh(command);
            }
            bench.warm(commands);
        }
        bench.print(commands);
        System.exit(0);
    }

    private void fresh(String command) throws Exception {
        try (MeasuredBot bot = bot(command, questions::question)) {
            add(command, "ready, ms", bot.ready().toNanos() / 1e6);
            add(
                    command,
                    "first answer, ms",
                    bot.paced(1, Duration.ZERO).millis().getFirst());
            addPaced(command, "first 300, 15 ms apart", bot.paced(FIRST, APART));
        }
        try (MeasuredBot bot = bot(command, n -> questions.question(FIRST + n))) {
            addPaced(command, "20 a second from the start", bot.paced(SLOW, SLOWLY_APART));
        }
        try (MeasuredBot bot = bot(command, questions::question)) {
            Thread.sleep(IDLE);
            add(command, "idle, MiB", (double) bot.residentMebibytes());
        }
    }

    private void warm(List<String> commands) throws Exception {
        List<MeasuredBot> bots = new ArrayList<>();
        try {
            for (String command : commands) {
                MeasuredBot bot = bot(command, n -> questions.question(FIRST + SLOW + n));
                bots.add(bot);
                bot.burst(warm, IN_FLIGHT);
            }
            for (int turn = 0; turn < TURNS; turn++) {
                System.gc();
                for (MeasuredBot bot : bots) {
                    addWarm(bot.command(), bot.burst(warm, IN_FLIGHT));
                }
            }
            for (MeasuredBot bot : bots) {
                add(bot.command(), "after different questions, MiB", (double) bot.residentMebibytes());
            }
        } finally {
            bots.forEach(MeasuredBot::close);
        }
    }

    private static MeasuredBot bot(String command, IntFunction<String> question) throws Exception {
        return new MeasuredBot(command, List.of(), question, false);
    }

    private void addPaced(String command, String figure, Burst burst) {
        add(command, figure + ": p50, ms", percentile(burst, 50));
        add(command, figure + ": p99, ms", percentile(burst, 99));
        add(command, figure + ": processor, ms each", millisEach(burst));
    }

    private void addWarm(String command, Burst burst) {
        add(command, "different questions: a second", burst.millis().size() / burst.seconds());
        add(command, "different questions: p99, ms", percentile(burst, 99));
        add(command, "different questions: processor, ms each", millisEach(burst));
    }

    private static double percentile(Burst burst, int percent) {
        return burst.millis().get(burst.millis().size() * percent / 100);
    }

    private static double millisEach(Burst burst) {
        return 1e3 * burst.processorSeconds() / burst.millis().size();
    }

    private void add(String command, String figure, double value) {
        figures.computeIfAbsent(figure, _ -> new LinkedHashMap<>())
                .computeIfAbsent(command, _ -> new ArrayList<>())
                .add(value);
    }

    private void print(List<String> commands) {
        figures.forEach((figure, values) -> {
            double last = median(values, commands.getLast());
            for (String command : commands) {
                double value = median(values, command);
                System.out.printf("%-45s %10.2f  %6.2f times  %s%n", figure, value, value / last, command);
            }
        });
    }

    private static double median(Map<String, List<Double>> values, String command) {
        List<Double> sorted =
                values.getOrDefault(command, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
