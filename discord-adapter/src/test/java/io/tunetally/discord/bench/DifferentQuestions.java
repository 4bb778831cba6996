package io.tunetally.discord.bench;

import io.tunetally.discord.bench.MeasuredBot.Burst;
import io.tunetally.runtime.SampleQuestions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/**
 * Measures what people feel, bots beside each other and in turns: a fresh process, different questions and the same, a picture,
 * memory. Takes the number of rounds, of questions asked while warm, of different questions before the last look at the memory, and a
 * shell command for each bot. Prints the medians of all rounds and the ratio to the last bot, and how efficient the first is beside
 * the second, the same on one processor. A processor second is available if the bot uses it or it is idle:
 * this process is the load.
 */
final class DifferentQuestions {
    private static final int FIRST = 300;
    private static final Duration APART = Duration.ofMillis(15);
    private static final int SLOW = 100;
    private static final Duration SLOWLY_APART = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final int IN_FLIGHT = 50;
    private static final int TURNS = 3;
    private static final int PICTURES = 50;
    private static final String A_PROCESSOR_SECOND = "answers a processor second";
    private static final String AN_AVAILABLE_SECOND = "answers an available processor second";

    private final SampleQuestions questions = SampleQuestions.builtIn();
    private final AtomicBoolean asksTheSame = new AtomicBoolean();
    private final int warm;
    private final int many;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    private DifferentQuestions(int warm, int many) {
        this.warm = warm;
        this.many = many;
    }

    /** Usage: {@code ROUNDS QUESTIONS MANY COMMAND...}. */
    public static void main(String[] arguments) throws Exception {
        List<String> commands = Arrays.asList(arguments).subList(3, arguments.length);
        DifferentQuestions bench =
                new DifferentQuestions(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        int rounds = Integer.parseInt(arguments[0]);
        // The first start after a build also records classes.
        for (String command : commands) {
            new MeasuredBot(command).close();
        }
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
        try (MeasuredBot bot = bot(command, DifferentQuestions::withPicture)) {
            add(
                    command,
                    "first answer with a picture, ms",
                    bot.paced(1, Duration.ZERO).millis().getFirst());
            add(command, "an answer with a picture: p50, ms", percentile(bot.burst(PICTURES, 1), 50));
        }
    }

    private static String withPicture(int number) {
        return "gpt-4.1 " + (300 + number) + " examples 500 requests a day for 6 months";
    }

    private String question(int number) {
        return asksTheSame.get()
                ? "cost 1k examples 3 epochs llama 8b lora"
                : questions.question(FIRST + SLOW + number);
    }

    private void warm(List<String> commands) throws Exception {
        List<MeasuredBot> bots = new ArrayList<>();
        try {
            for (String command : commands) {
                MeasuredBot bot = bot(command, this::question);
                bots.add(bot);
                bot.burst(warm, IN_FLIGHT);
            }
            for (int turn = 0; turn < TURNS; turn++) {
                turn(bots, "different questions");
                asksTheSame.set(true);
                turn(bots, "the same question");
                asksTheSame.set(false);
            }
            for (MeasuredBot bot : bots) {
                bot.burst(many, IN_FLIGHT);
                add(bot.command(), "after " + many + " more, MiB", (double) bot.residentMebibytes());
            }
        } finally {
            bots.forEach(MeasuredBot::close);
        }
    }

    private void turn(List<MeasuredBot> bots, String figure) throws IOException, InterruptedException {
        System.gc();
        for (MeasuredBot bot : bots) {
            Burst burst = bot.burst(warm, IN_FLIGHT);
            add(bot.command(), figure + ": a second", burst.millis().size() / burst.seconds());
            add(bot.command(), figure + ": p99, ms", percentile(burst, 99));
            add(bot.command(), figure + ": processor, ms each", millisEach(burst));
            addProcessors(bot.command(), figure, burst);
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

    private void addProcessors(String command, String figure, Burst burst) {
        Processors meanwhile = burst.meanwhile();
        add(command, figure + ": processors of the bot", meanwhile.bot() / burst.seconds());
        add(command, figure + ": processors of the load", meanwhile.load() / burst.seconds());
        add(command, figure + ": its processors idle", meanwhile.idle() / burst.seconds());
        int answers = burst.millis().size();
        add(command, figure + ": " + A_PROCESSOR_SECOND, answers / burst.processorSeconds());
        add(command, figure + ": " + AN_AVAILABLE_SECOND, answers / meanwhile.available());
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
                System.out.printf("%-60s %10.2f  %6.2f times  %s%n", figure, value, value / last, command);
            }
        });
        figures.forEach((figure, values) -> {
            if (figure.endsWith(A_PROCESSOR_SECOND) || figure.endsWith(AN_AVAILABLE_SECOND)) {
                double efficiency = median(values, commands.getFirst()) / median(values, commands.get(1));
                System.out.printf("%-60s %10.2f  efficiency beside one processor%n", figure, efficiency);
            }
        });
    }

    private static double median(Map<String, List<Double>> values, String command) {
        List<Double> sorted =
                values.getOrDefault(command, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
