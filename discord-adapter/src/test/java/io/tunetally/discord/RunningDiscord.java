package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.WrittenLog;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.CommandSpec;
import io.tunetally.bot.Completion;
import io.tunetally.bot.TeamSettings;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.Envelope;
import io.tunetally.discord.api.DiscordSettings;
import io.tunetally.discord.api.Shards;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Trouble;
import io.tunetally.discord.send.SendPace;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.request.Service;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.LiveBoards;
import io.tunetally.runtime.PlatformProcess;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.runtime.Stores;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.Storage;
import io.tunetally.storage.ThreadMemory;
import io.tunetally.storage.bounded.StoreCalls;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;
import io.tunetally.storage.jdbc.MigratedFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The adapter with real JDA and a real store, running against a {@link FakeDiscord}. It defers only what a test makes it, and
 * ends what it has begun, on a machine however busy.
 */
public final class RunningDiscord implements AutoCloseable {
    private static final WorkBounds PATIENT = new WorkBounds(
            WorkBounds.USUAL.mostWork(), Duration.ofMinutes(1), Duration.ofSeconds(20), Duration.ofSeconds(20));

    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private final FakeDiscord discord;
    private final Storage storage;
    private final WriteBehindThreadMemory memory;
    private final Metrics metrics = new Metrics("discord", new Health("nothing"));
    private final LiveBoards boards;
    private final DiscordApp app;
    private final WrittenLog log = new WrittenLog();
    private final List<String> expected = new CopyOnWriteArrayList<>();

    /** The decorators a test puts around the adapter's parts. */
    public record Changes(
            UnaryOperator<Bot> bot,
            UnaryOperator<ThreadMemory> memory,
            UnaryOperator<ActionKeys> keys,
            UnaryOperator<Deliveries> deliveries,
            Map<String, String> settings) {
        public static final Changes NONE = new Changes(
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                Map.of());

        public static Changes settings(Map<String, String> settings) {
            return new Changes(NONE.bot, NONE.memory, NONE.keys, NONE.deliveries, settings);
        }

        /** Answers once a test lets it. */
        public static Changes answeringAfter(CountDownLatch latch) {
            return answering((bot, event) -> {
                awaited(latch);
                return bot.answer(event);
            });
        }

        /** Decorates the bot. */
        public static Changes answering(BiFunction<Bot, ChatEvent, Answer> answer) {
            UnaryOperator<Bot> changed = bot -> new Bot() {
                @Override
                public Answer answer(ChatEvent event) {
                    return answer.apply(bot, event);
                }

                @Override
                public Optional<Service> service(ChatEvent event) {
                    return bot.service(event);
                }

                @Override
                public List<Completion> complete(String text, int cursor) {
                    return bot.complete(text, cursor);
                }

                @Override
                public List<CommandSpec> commands() {
                    return bot.commands();
                }
            };
            return new Changes(changed, NONE.memory, NONE.keys, NONE.deliveries, Map.of());
        }
    }

    public RunningDiscord(FakeDiscord discord, Path folder) throws Exception {
        this(discord, folder, Changes.NONE);
    }

    public RunningDiscord(FakeDiscord discord, Path folder, Changes changes) throws Exception {
        this(discord, folder, changes, PATIENT);
    }

    /** With room for so many concurrent tasks. */
    RunningDiscord(FakeDiscord discord, Path folder, Changes changes, int mostWork) throws Exception {
        this(
                discord,
                folder,
                changes,
                new WorkBounds(mostWork, PATIENT.deferAfter(), PATIENT.stopWithin(), PATIENT.turnAwayWithin()));
    }

    RunningDiscord(FakeDiscord discord, Path folder, Changes changes, WorkBounds bounds) throws Exception {
        this(discord, folder, changes, bounds, new SendPace(URI.create(discord.apiUrl()), new Shards.Auto()));
    }

    RunningDiscord(FakeDiscord discord, Path folder, Changes changes, SendPace pace) throws Exception {
        this(discord, folder, changes, PATIENT, pace);
    }

    /** Defers an answer that takes longer. */
    public static RunningDiscord deferringAfter(Duration limit, FakeDiscord discord, Path folder, Changes changes)
            throws Exception {
        return new RunningDiscord(
                discord,
                folder,
                changes,
                new WorkBounds(PATIENT.mostWork(), limit, PATIENT.stopWithin(), PATIENT.turnAwayWithin()));
    }

    private RunningDiscord(FakeDiscord discord, Path folder, Changes changes, WorkBounds bounds, SendPace pace)
            throws Exception {
        this.discord = discord;
        Map<String, String> environment = new HashMap<>(environment(discord, folder));
        environment.putAll(changes.settings());
        MigratedFile.at(folder.resolve("t.db"));
        storage = Stores.open(environment, Clock.systemUTC());
        memory =
                new WriteBehindThreadMemory(changes.memory().apply(storage.threadMemory()), Clock.systemUTC(), _ -> {});
        AtomicReference<Predicate<Envelope>> permission = new AtomicReference<>(_ -> false);
        Assembly assembly = Assembly.ofPlatform(
                SharedKnowledge.at(DAY, environment),
                DAY,
                memory,
                storage.teamDefaults(),
                storage.teamRecords(),
                from -> permission.get().test(from),
                StoreCalls::withoutDeadline);
        Bot bot = changes.bot().apply(assembly.bot());
        AtomicReference<LiveBoards.Editor> editor = new AtomicReference<>((_, _, _) -> true);
        boards = new LiveBoards(
                assembly.discussion().orElseThrow(),
                assembly.assumptions(),
                (place, message, reply) -> editor.get().edit(place, message, reply),
                Duration.ofMillis(300),
                Duration.ofSeconds(20));
        app = new DiscordApp(
                DiscordSettings.read(environment),
                new PlatformProcess.Parts(
                        bot,
                        new TeamSettings(
                                storage.teamDefaults(),
                                assembly.interpreter(),
                                assembly.catalog().books()),
                        memory,
                        changes.deliveries().apply(storage.deliveries()),
                        changes.keys().apply(storage.actionKeys()),
                        storage,
                        boards,
                        metrics,
                        Clock.systemUTC()),
                bounds,
                pace);
        permission.set(app::mayChangeTeam);
        editor.set(app::replace);
        app.start();
    }

    public static Map<String, String> environment(FakeDiscord discord, Path folder) {
        return Map.of(
                "DISCORD_TOKEN",
                FakeDiscord.TOKEN,
                "DISCORD_API_URL",
                discord.apiUrl(),
                "TUNETALLY_DB",
                "jdbc:sqlite:" + folder.resolve("t.db"),
                "TUNETALLY_KEY",
                "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "TUNETALLY_OPS_PORT",
                "off");
    }

    /** That trouble in the log with this text is what the test is about. */
    public void expectTrouble(String text) {
        expected.add(text);
    }

    public DiscordApp app() {
        return app;
    }

    public Metrics metrics() {
        return metrics;
    }

    public Storage storage() {
        return storage;
    }

    public WriteBehindThreadMemory memory() {
        return memory;
    }

    /** A message, and what is posted for it. */
    public FakeDiscord.Call say(ObjectNode message) throws InterruptedException {
        discord.gateway().dispatch("MESSAGE_CREATE", message);
        return discord.take(FakeDiscord.Kind.POST);
    }

    /** An interaction, and its callback. */
    public FakeDiscord.Call interact(ObjectNode interaction) throws InterruptedException {
        discord.interact(interaction);
        return discord.take(FakeDiscord.Kind.CALLBACK);
    }

    /** The final answer to an interaction, immediate or deferred. */
    public FakeDiscord.Call answer(ObjectNode interaction) throws InterruptedException {
        FakeDiscord.Call callback = interact(interaction);
        int type = callback.body().path("type").asInt();
        return type == 5 || type == 6 ? discord.take(FakeDiscord.Kind.ORIGINAL) : callback;
    }

    /** The id of the button with this label. */
    public static String button(JsonNode message, String label) {
        for (JsonNode component : message.findParents("custom_id")) {
            if (component.path("label").asText().equals(label)) {
                return component.path("custom_id").asText();
            }
        }
        throw new AssertionError("no button '" + label + "' in " + message);
    }

    /** Waits for a test on a thread of the adapter. */
    static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns true as soon as a condition holds, false if it does not within a limit. */
    public static boolean within(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /** Returns true once so many undelivered answers are counted: the thread that gives one up does so after Discord has refused it. */
    public boolean comesToCountUndelivered(int answers) throws InterruptedException {
        String line = "tunetally_undelivered_total{platform=\"discord\"} " + answers + ".0";
        return within(Duration.ofSeconds(5), () -> metrics().scrape().contains(line));
    }

    /** Stops; fails the test where JDA warned of something or anything was logged with a stack trace. */
    @Override
    public void close() {
        boards.close();
        app.close();
        memory.close();
        storage.close();
        log.close();
        assertThat(Trouble.in(log)).noneMatch(line -> expected.stream().noneMatch(line::contains));
    }
}
