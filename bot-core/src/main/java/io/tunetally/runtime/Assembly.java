package io.tunetally.runtime;

import io.tunetally.answer.Answers;
import io.tunetally.bot.Bot;
import io.tunetally.bot.DefaultBot;
import io.tunetally.bot.file.FileBot;
import io.tunetally.bot.file.FileCounts;
import io.tunetally.bot.file.FileMeter;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.chat.Envelope;
import io.tunetally.conversation.Assumptions;
import io.tunetally.conversation.Conversations;
import io.tunetally.conversation.Defaults;
import io.tunetally.conversation.TeamAssumptions;
import io.tunetally.discussion.CountedFiles;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.TeamRules;
import io.tunetally.discussion.command.DiscussionAnswers;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Slots;
import io.tunetally.settings.Settings;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.ThreadMemory;
import io.tunetally.storage.bounded.ProcessDefaults;
import io.tunetally.storage.bounded.ProcessMemory;
import io.tunetally.storage.bounded.ProcessRecords;
import io.tunetally.storage.bounded.StoreCalls;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the parts from the environment: settings, price books, lexicon, bot.
 *
 * @param catalog everything known, the edition asked for first
 * @param discussion what teams discuss; empty for a bot that answers single questions
 */
public record Assembly(
        Settings settings,
        Catalog catalog,
        Interpreter interpreter,
        Bot bot,
        Optional<DiscussionAnswers> discussion,
        Assumptions assumptions) {
    /**
     * Returns the bot as of a day. It remembers within this process only and opens no database.
     *
     * @param clock the real time; observations after it are refused
     * @param asOf the day prices are looked up for, null for today
     * @param edition the edition to look at first, null for the configured order
     * @throws io.tunetally.settings.SettingsException if a setting is invalid
     * @throws io.tunetally.catalog.yaml.CatalogException if a price file is invalid
     */
    public static Assembly of(
            Map<String, String> environment, Clock clock, @Nullable LocalDate asOf, @Nullable String edition) {
        Settings settings = Settings.read(environment);
        Duration retention = Duration.ofHours(settings.memory().retentionHours());
        return of(settings, clock, asOf, edition, new ProcessMemory(retention, clock));
    }

    /** Returns the reference job, which is assumed where nothing is said. */
    public Slots reference() {
        return assumptions.reference();
    }

    /**
     * Returns today's bot with the given memory.
     *
     * @throws io.tunetally.settings.SettingsException if a setting is invalid
     * @throws io.tunetally.catalog.yaml.CatalogException if a price file is invalid
     */
    public static Assembly of(Map<String, String> environment, Clock clock, ThreadMemory memory) {
        return of(Settings.read(environment), clock, null, null, memory);
    }

    /**
     * Returns a bot with other price books than the configured ones, as of a day. It remembers within this process only.
     *
     * @param clock the real time
     */
    public static Assembly of(Settings settings, Catalog catalog, Clock clock, LocalDate day) {
        Duration retention = Duration.ofHours(settings.memory().retentionHours());
        return of(
                Knowledge.of(settings, catalog),
                startOf(day),
                new ProcessMemory(retention, clock),
                Assumptions.everywhere(reference(settings.defaults())));
    }

    /**
     * Returns today's bot with a memory and a team's defaults and records, which it reads with deadlines.
     *
     * @param mayChangeTeam whether the person of a message may change what the whole team assumes
     */
    public static Assembly ofPlatform(
            Knowledge knowledge,
            Clock clock,
            ThreadMemory memory,
            TeamDefaults teamDefaults,
            TeamRecords records,
            Predicate<Envelope> mayChangeTeam) {
        return ofPlatform(knowledge, clock, memory, teamDefaults, records, mayChangeTeam, StoreCalls::new);
    }

    /**
     * Returns today's bot with a memory and a team's defaults and records.
     *
     * @param mayChangeTeam whether the person of a message may change what the whole team assumes
     * @param calls made for each part that reads the defaults or records
     */
    public static Assembly ofPlatform(
            Knowledge knowledge,
            Clock clock,
            ThreadMemory memory,
            TeamDefaults teamDefaults,
            TeamRecords records,
            Predicate<Envelope> mayChangeTeam,
            Supplier<StoreCalls> calls) {
        Catalog catalog = knowledge.catalog();
        Interpreter interpreter = knowledge.interpreter();
        Answers answers = new Answers(catalog, clock);
        TeamRules rules = new TeamRules(records, clock);
        Assumptions assumptions = new TeamAssumptions(
                teamDefaults, rules, interpreter, reference(knowledge.settings().defaults()), calls.get());
        Lifetimes lifetimes = Stores.lifetimes(knowledge.settings().retention());
        DiscussionAnswers discussion = new DiscussionAnswers(
                new DiscussionStore(records, lifetimes.discussion(), calls.get(), clock),
                rules,
                teamDefaults,
                interpreter,
                answers,
                catalog,
                mayChangeTeam,
                calls.get(),
                clock);
        CountedFiles files = new CountedFiles(records, lifetimes.conversation(), calls.get(), clock);
        Bot bot = bot(knowledge, answers, assumptions, memory, discussion, files);
        return new Assembly(knowledge.settings(), catalog, interpreter, bot, Optional.of(discussion), assumptions);
    }

    /** Returns today's bot for one session, which keeps everything within this process. */
    public static Assembly ofSession(Knowledge knowledge, Clock clock) {
        Duration retention = Duration.ofHours(knowledge.settings().memory().retentionHours());
        return ofPlatform(
                knowledge,
                clock,
                new ProcessMemory(retention, clock),
                new ProcessDefaults(),
                new ProcessRecords(clock),
                _ -> true,
                StoreCalls::withoutDeadline);
    }

    /** Returns today's bot, which remembers within this process only. */
    public static Assembly of(Knowledge knowledge, Clock clock) {
        Duration retention = Duration.ofHours(knowledge.settings().memory().retentionHours());
        return of(knowledge, clock, new ProcessMemory(retention, clock));
    }

    /** Returns today's bot with a memory. */
    public static Assembly of(Knowledge knowledge, Clock clock, ThreadMemory memory) {
        return of(
                knowledge,
                clock,
                memory,
                Assumptions.everywhere(reference(knowledge.settings().defaults())));
    }

    /** Returns today's bot with a memory and team defaults. */
    public static Assembly ofPlatform(
            Knowledge knowledge, Clock clock, ThreadMemory memory, TeamDefaults teamDefaults, TeamRecords records) {
        return ofPlatform(knowledge, clock, memory, teamDefaults, records, _ -> true);
    }

    private static Assembly of(
            Settings settings, Clock clock, @Nullable LocalDate asOf, @Nullable String edition, ThreadMemory memory) {
        Clock day = asOf == null ? clock : startOf(asOf);
        return of(
                Knowledge.of(settings, () -> loadCatalog(settings, clock, edition)),
                day,
                memory,
                Assumptions.everywhere(reference(settings.defaults())));
    }

    private static Clock startOf(LocalDate day) {
        return Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    private static Assembly of(Knowledge knowledge, Clock day, ThreadMemory memory, Assumptions assumptions) {
        Catalog catalog = knowledge.catalog();
        Bot bot = bot(knowledge, new Answers(catalog, day), assumptions, memory, null, null);
        return new Assembly(knowledge.settings(), catalog, knowledge.interpreter(), bot, Optional.empty(), assumptions);
    }

    private static Bot bot(
            Knowledge knowledge,
            Answers answers,
            Assumptions assumptions,
            ThreadMemory memory,
            @Nullable DiscussionAnswers discussion,
            @Nullable CountedFiles files) {
        Interpreter interpreter = knowledge.interpreter();
        Settings settings = knowledge.settings();
        Conversations conversations = new Conversations(memory, interpreter);
        FileMeter meter = new FileMeter(settings.files());
        FileCounts counts =
                new FileCounts(meter, Duration.ofHours(settings.memory().retentionHours()), files);
        Bot bot = new DefaultBot(
                interpreter,
                answers,
                assumptions,
                conversations,
                knowledge.catalog().books(),
                Stores.lifetimes(settings.retention()),
                discussion,
                counts);
        return new FileBot(bot, interpreter, answers, assumptions, conversations, discussion, meter, counts);
    }

    private static Catalog loadCatalog(Settings settings, Clock clock, @Nullable String edition) {
        Catalog loaded = loadCatalog(settings, clock);
        return edition == null ? loaded : loaded.preferring(edition);
    }

    /** Loads the built-in price books, overlaid by the operator's. */
    public static Catalog loadCatalog(Settings settings, Clock clock) {
        return loadCatalog(settings, clock, List.of());
    }

    /**
     * Loads the configured price books, overlaid by further files.
     *
     * @throws io.tunetally.catalog.yaml.CatalogException if a price file is invalid
     */
    public static Catalog loadCatalog(Settings settings, Clock clock, List<NamedYaml> further) {
        List<NamedYaml> overlay = Stream.concat(PriceFiles.overlay(settings).stream(), further.stream())
                .toList();
        return overlay.isEmpty()
                ? ShippedKnowledge.catalog(
                        settings.editions(), LocalDate.now(clock), () -> load(settings, clock, overlay))
                : load(settings, clock, overlay);
    }

    private static Catalog load(Settings settings, Clock clock, List<NamedYaml> overlay) {
        Catalog.Content shipped =
                overlay.isEmpty() ? ShippedPrices.read(settings.editions(), LocalDate.now(clock)) : null;
        return new Catalog(shipped == null ? content(settings, clock, overlay) : shipped);
    }

    /** Reads the price files. */
    static Catalog.Content content(Settings settings, Clock clock, List<NamedYaml> overlay) {
        Settings.Written order = settings.editionsPlace();
        return new CatalogLoader(clock)
                .content(
                        settings.editions(),
                        new FilePosition(order.file(), order.line(), "editions"),
                        PriceFiles.builtIn(),
                        overlay);
    }

    /**
     * Checks that the names of the price books have one meaning beside the words of the lexicon, as the start does.
     *
     * @throws io.tunetally.interpreter.lexicon.LexiconException naming the phrase and both of its meanings
     */
    public static void checkNames(Catalog catalog) {
        Interpreter _ = ShippedKnowledge.interpreter(catalog);
    }

    private static Slots reference(Settings.ReferenceJob job) {
        return Defaults.reference(
                job.examples(),
                job.tokensPerExample(),
                job.epochs(),
                BigDecimal.valueOf(job.requestsPerDay()),
                job.inputTokens(),
                job.outputTokens(),
                job.months());
    }
}
