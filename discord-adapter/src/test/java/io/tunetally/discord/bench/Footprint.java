package io.tunetally.discord.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures how much memory a bot takes, which its shell command starts: in 2,500 servers of 80 channels, and over 300,000
 * different questions. Ends with 1 where that is more than 400 MiB, or goes on growing. Give this process itself
 * {@code -Xmx4g}, since the fake keeps what it says.
 */
@Requirement("discord-30")
final class Footprint {
    private static final int SERVERS = 2_500;
    private static final int CHANNELS = 80;
    private static final int ROLES = 20;
    private static final int QUESTIONS = 300_000;
    private static final int AT_A_TIME = 25_000;
    private static final int IN_FLIGHT = 50;
    private static final long MOST_MEBIBYTES = 400;

    /** The most growth of resident memory from the first third to the end of the questions. */
    private static final double MOST_GROWTH = 1.1;

    private static final long ID = 5_000_000;

    private Footprint() {}

    /** Usage: {@code COMMAND}. */
    public static void main(String[] arguments) throws Exception {
        long servers = inManyServers(arguments[0]);
        List<Long> questions = overManyQuestions(arguments[0]);
        boolean flat = questions.getLast() <= MOST_GROWTH * questions.get(questions.size() / 3);
        System.out.printf("in many servers %d MiB; over many questions %s MiB%n", servers, questions);
        System.exit(servers <= MOST_MEBIBYTES && questions.getLast() <= MOST_MEBIBYTES && flat ? 0 : 1);
    }

    private static long inManyServers(String command) throws Exception {
        List<ObjectNode> servers =
                IntStream.range(0, SERVERS).mapToObj(Footprint::server).toList();
        try (MeasuredBot bot = new MeasuredBot(command, servers, Footprint::question)) {
            bot.awaitQuiet();
            bot.burst(AT_A_TIME, IN_FLIGHT);
            return bot.residentMebibytes();
        }
    }

    private static List<Long> overManyQuestions(String command) throws Exception {
        List<Long> resident = new ArrayList<>();
        try (MeasuredBot bot = new MeasuredBot(command, List.of(), Footprint::question)) {
            for (int asked = 0; asked < QUESTIONS; asked += AT_A_TIME) {
                bot.burst(AT_A_TIME, IN_FLIGHT);
                resident.add(bot.residentMebibytes());
                System.out.printf("%d questions: %d MiB%n", asked + AT_A_TIME, resident.getLast());
            }
        }
        return resident;
    }

    private static String question(int n) {
        return "cost gpt-4o %d examples %d epochs".formatted(100 + n / 9, 1 + n % 9);
    }

    private static ObjectNode server(int n) {
        long id = ID + 1_000L * n;
        ObjectNode server = Incoming.guild(String.valueOf(id), Incoming.USUAL_PERMISSIONS);
        for (int role = 1; role < ROLES; role++) {
            ObjectNode told = server.path("roles").path(0).deepCopy();
            server.withArray("roles")
                    .add(told.put("id", String.valueOf(id + role))
                            .put("name", "some role " + role)
                            .put("position", role));
        }
        for (int channel = 1; channel < CHANNELS; channel++) {
            ObjectNode told = server.withArray("channels")
                    .addObject()
                    .put("id", String.valueOf(id + 100 + channel))
                    .put("type", 0)
                    .put("name", "some-channel-" + channel)
                    .put("topic", "What this channel is about, in a sentence as long as they usually are. " + n)
                    .put("position", channel);
            ArrayNode overwrites = told.putArray("permission_overwrites");
            for (int role = 0; role < 3; role++) {
                overwrites
                        .addObject()
                        .put("id", String.valueOf(id + role))
                        .put("type", 0)
                        // To see the channel is looked at; to react to messages is not.
                        .put("allow", role == 0 ? "1024" : "64")
                        .put("deny", "0");
            }
        }
        return server;
    }
}
