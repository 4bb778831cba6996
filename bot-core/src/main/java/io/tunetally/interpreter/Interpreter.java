package io.tunetally.interpreter;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.ModelId;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.change.LaterLevel;
import io.tunetally.interpreter.change.SampledSearch;
import io.tunetally.interpreter.change.ScaledRuns;
import io.tunetally.interpreter.change.StatedChanges;
import io.tunetally.interpreter.count.BilledRequests;
import io.tunetally.interpreter.count.CheapestFew;
import io.tunetally.interpreter.count.DeniedEnds;
import io.tunetally.interpreter.count.EpochsInstead;
import io.tunetally.interpreter.count.ExpectedCounts;
import io.tunetally.interpreter.count.ListedGroups;
import io.tunetally.interpreter.count.ListedValues;
import io.tunetally.interpreter.count.MixedSources;
import io.tunetally.interpreter.count.NamingNumbers;
import io.tunetally.interpreter.count.PastPeriods;
import io.tunetally.interpreter.count.RunsByEpochs;
import io.tunetally.interpreter.count.SettingsGrid;
import io.tunetally.interpreter.count.SiftedCounts;
import io.tunetally.interpreter.derivation.CountDerivation;
import io.tunetally.interpreter.derivation.StatedParts;
import io.tunetally.interpreter.derivation.StatedTotals;
import io.tunetally.interpreter.entity.ChoiceReader;
import io.tunetally.interpreter.entity.CriterionReader;
import io.tunetally.interpreter.entity.ModelCount;
import io.tunetally.interpreter.entity.ModelReader;
import io.tunetally.interpreter.entity.ModelSlot;
import io.tunetally.interpreter.entity.StepReader;
import io.tunetally.interpreter.gpu.GpuNumbers;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.intent.FollowUpIntent;
import io.tunetally.interpreter.language.Glossaries;
import io.tunetally.interpreter.language.Languages;
import io.tunetally.interpreter.length.EvaluatedEpochs;
import io.tunetally.interpreter.length.ExampleLength;
import io.tunetally.interpreter.length.ExampleParts;
import io.tunetally.interpreter.length.PackedSequences;
import io.tunetally.interpreter.length.PartLengths;
import io.tunetally.interpreter.length.RecordedSpeech;
import io.tunetally.interpreter.length.SecondLength;
import io.tunetally.interpreter.length.SentLengths;
import io.tunetally.interpreter.length.ShareLengths;
import io.tunetally.interpreter.length.SpokenLengths;
import io.tunetally.interpreter.length.TokenParts;
import io.tunetally.interpreter.length.TokensOfEpochs;
import io.tunetally.interpreter.length.TokensSoFar;
import io.tunetally.interpreter.length.TotalOfAllPasses;
import io.tunetally.interpreter.length.UsableText;
import io.tunetally.interpreter.length.ValidationTokens;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.LexiconException;
import io.tunetally.interpreter.money.AskedCounts;
import io.tunetally.interpreter.money.Electricity;
import io.tunetally.interpreter.money.ExchangeRates;
import io.tunetally.interpreter.money.JoinedSums;
import io.tunetally.interpreter.money.PriceMarkup;
import io.tunetally.interpreter.money.RepeatedSums;
import io.tunetally.interpreter.money.Savings;
import io.tunetally.interpreter.money.SellerDiscounts;
import io.tunetally.interpreter.money.SumArithmetic;
import io.tunetally.interpreter.money.SumShares;
import io.tunetally.interpreter.part.Contradictions;
import io.tunetally.interpreter.part.SplitTotal;
import io.tunetally.interpreter.prompt.DroppedPrompts;
import io.tunetally.interpreter.prompt.FewShotLengths;
import io.tunetally.interpreter.prompt.InputOfThread;
import io.tunetally.interpreter.prompt.PairSides;
import io.tunetally.interpreter.prompt.PreferenceLengths;
import io.tunetally.interpreter.prompt.PromptAndSides;
import io.tunetally.interpreter.prompt.PromptPair;
import io.tunetally.interpreter.prompt.WholeContext;
import io.tunetally.interpreter.prompt.ZeroPrompts;
import io.tunetally.interpreter.quantity.AskedSpans;
import io.tunetally.interpreter.quantity.Budgets;
import io.tunetally.interpreter.quantity.QuantityReader;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.quantity.VagueAmounts;
import io.tunetally.interpreter.question.CostReasonReader;
import io.tunetally.interpreter.question.CostSplitReader;
import io.tunetally.interpreter.question.UnitPriceReader;
import io.tunetally.interpreter.rate.AskingShares;
import io.tunetally.interpreter.rate.CountedQuarters;
import io.tunetally.interpreter.rate.FutureLevels;
import io.tunetally.interpreter.rate.HoursOfDay;
import io.tunetally.interpreter.rate.LevelsOfWeek;
import io.tunetally.interpreter.rate.NamedPlaces;
import io.tunetally.interpreter.rate.PartTimeChanges;
import io.tunetally.interpreter.rate.SeasonalMultiples;
import io.tunetally.interpreter.rate.SentShares;
import io.tunetally.interpreter.rate.TrafficReader;
import io.tunetally.interpreter.rate.WorkingDays;
import io.tunetally.interpreter.rate.YearWithSeason;
import io.tunetally.interpreter.role.AnswerLength;
import io.tunetally.interpreter.role.ComparedValues;
import io.tunetally.interpreter.role.CountBounds;
import io.tunetally.interpreter.role.ExampleSides;
import io.tunetally.interpreter.role.GroupedCounts;
import io.tunetally.interpreter.role.GrownTraffic;
import io.tunetally.interpreter.role.HeldOutShares;
import io.tunetally.interpreter.role.LaterTraffic;
import io.tunetally.interpreter.role.Lengths;
import io.tunetally.interpreter.role.NameRoles;
import io.tunetally.interpreter.role.NumberRoles;
import io.tunetally.interpreter.role.NumberedGroups;
import io.tunetally.interpreter.role.RecurringGrowth;
import io.tunetally.interpreter.role.RequestParts;
import io.tunetally.interpreter.role.Shares;
import io.tunetally.interpreter.run.CountedModels;
import io.tunetally.interpreter.run.CrossValidation;
import io.tunetally.interpreter.run.Deadlines;
import io.tunetally.interpreter.run.GrowingData;
import io.tunetally.interpreter.run.NextEpochs;
import io.tunetally.interpreter.run.RateLimits;
import io.tunetally.interpreter.run.Reruns;
import io.tunetally.interpreter.run.RetrainInterval;
import io.tunetally.interpreter.run.Rollouts;
import io.tunetally.interpreter.run.RunsOfGroups;
import io.tunetally.interpreter.run.RunsOfPeople;
import io.tunetally.interpreter.run.RunsTogether;
import io.tunetally.interpreter.run.SecondStage;
import io.tunetally.interpreter.run.StatedResults;
import io.tunetally.interpreter.run.StepTimes;
import io.tunetally.interpreter.run.TotalsOnceThrough;
import io.tunetally.interpreter.run.TrainingStages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Replacements;
import io.tunetally.interpreter.sentence.RestatedNumbers;
import io.tunetally.interpreter.sum.SumRoles;
import io.tunetally.interpreter.talk.Asides;
import io.tunetally.interpreter.talk.PassedOnValues;
import io.tunetally.interpreter.talk.PeriodicPieces;
import io.tunetally.interpreter.talk.Remarks;
import io.tunetally.interpreter.talk.RetrievedDocuments;
import io.tunetally.interpreter.talk.SummedParts;
import io.tunetally.interpreter.talk.ToldNumbers;
import io.tunetally.interpreter.token.Chatter;
import io.tunetally.interpreter.token.CountRows;
import io.tunetally.interpreter.token.DurationText;
import io.tunetally.interpreter.token.FileCounts;
import io.tunetally.interpreter.token.FileTable;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.NumberJoiner;
import io.tunetally.interpreter.token.PastedLines;
import io.tunetally.interpreter.token.PromptTable;
import io.tunetally.interpreter.token.Repairer;
import io.tunetally.interpreter.token.RequestTable;
import io.tunetally.interpreter.token.RunNotation;
import io.tunetally.interpreter.token.SettingText;
import io.tunetally.interpreter.token.TableText;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.token.TooComplexException;
import io.tunetally.interpreter.traffic.DataRates;
import io.tunetally.interpreter.traffic.PeriodCorrections;
import io.tunetally.interpreter.traffic.RequestLengths;
import io.tunetally.interpreter.traffic.SeasonalTraffic;
import io.tunetally.interpreter.traffic.UpTimes;
import io.tunetally.interpreter.volume.GroupsOfPeople;
import io.tunetally.interpreter.volume.HourlyRates;
import io.tunetally.interpreter.volume.MonthlyVolumes;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Address;
import io.tunetally.request.CanonicalReader;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.LanguageLines;
import io.tunetally.request.Problem;
import io.tunetally.request.Request;
import io.tunetally.request.Service;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.Decoder;
import io.tunetally.text.FoldedText;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat messages into requests. Deterministic, never throws, linear in the length of the text, and thread-safe:
 * everything it knows is compiled at construction.
 */
public final class Interpreter {
    /** The length limit; {@link Interpretation#truncated()} gives the number of characters beyond it. */
    public static final int MAXIMUM_LENGTH = 4000;

    private static final int MOST_REASONS = 8;

    private static final int SHOWN_OF_TOO_COMPLEX = 40;

    private static final Interpretation NOTHING = nothing(0);

    /** Messages that ask for a service are short; a longer one is read once, as a question about costs. */
    private static final int LONGEST_SERVICE = 200;

    private static final Pattern CLAUSE_END = Pattern.compile("[.,;:!?\\n]| - ");

    private static final Pattern AROUND_WORDS = Pattern.compile("[\\s.!?,:;()`*_~-]+");

    private final Map<String, Service> services;
    private final CompiledLexicon compiledLexicon;
    private final Languages languages;
    private final CanonicalReader canonical;
    private final Completion completion;
    private final Chatter chatter;
    private final Decider decider;
    private final int mostWork;

    /**
     * Compiles the lexicon and the names of the catalog.
     *
     * @throws LexiconException naming both, if two phrases are equal after folding and have different meanings
     */
    public Interpreter(Catalog catalog, Lexicon lexicon) {
        this(catalog, lexicon, CompletableFuture.supplyAsync(Decider::builtIn), glossaries(lexicon));
    }

    /** Creates an interpreter whose weights and glossaries are made while the lexicon is compiled. */
    private Interpreter(
            Catalog catalog, Lexicon lexicon, CompletableFuture<Decider> decider, Supplier<Glossaries> glossaries) {
        this(
                CompiledLexicon.compile(catalog, lexicon),
                lexicon,
                made(decider),
                checked(lexicon, glossaries),
                ParseState.MOST_WORK);
    }

    /** Returns the glossaries of other languages: compiled when a message needs them if the build has checked the lexicon, else at once. */
    private static Supplier<Glossaries> glossaries(Lexicon lexicon) {
        if (lexicon.isChecked()) {
            return () -> Glossaries.compile(lexicon);
        }
        CompletableFuture<Glossaries> begun = CompletableFuture.supplyAsync(() -> Glossaries.compile(lexicon));
        return () -> made(begun);
    }

    private static Supplier<Glossaries> checked(Lexicon lexicon, Supplier<Glossaries> glossaries) {
        if (!lexicon.isChecked()) {
            Glossaries _ = glossaries.get();
        }
        return glossaries;
    }

    /** Creates an interpreter with other weights or a lower work limit. */
    Interpreter(Catalog catalog, Lexicon lexicon, Decider decider, int mostWork) {
        this(CompiledLexicon.compile(catalog, lexicon), lexicon, decider, () -> Glossaries.compile(lexicon), mostWork);
    }

    private Interpreter(
            CompiledLexicon compiledLexicon,
            Lexicon lexicon,
            Decider decider,
            Supplier<Glossaries> glossaries,
            int mostWork) {
        this.compiledLexicon = compiledLexicon;
        this.decider = decider;
        this.mostWork = mostWork;
        languages = new Languages(lexicon, glossaries, compiledLexicon);
        canonical = new CanonicalReader(compiledLexicon.vocabulary());
        completion = new Completion(compiledLexicon);
        chatter = new Chatter(compiledLexicon);
        services = lexicon.services();
    }

    /**
     * Returns the snapshots of the trained weights by the names of their files, which the build gives to the next start.
     *
     * @throws LexiconException if the built-in lexicon has a mistake: the next start relies on it
     */
    public static Map<String, byte[]> snapshots() {
        Lexicon.prepare();
        Glossaries _ = Glossaries.compile(Lexicon.builtIn());
        return Weights.snapshots();
    }

    /** Reads and compiles what does not depend on a catalog, so that a later construction finds it made. */
    public static void prepare() {
        Lexicon.prepare();
        Decider _ = Decider.builtIn();
    }

    private static <T> T made(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof LexiconException invalid ? invalid : failed;
        }
    }

    private static Interpretation nothing(int truncated) {
        return nothing(truncated, List.of());
    }

    private static Interpretation tooComplex(String text) {
        TextSpan whole = new TextSpan(0, text.length());
        String shortened = text.substring(0, Math.min(text.length(), SHOWN_OF_TOO_COMPLEX));
        return nothing(0, List.of(new Problem.TooComplex(shortened, whole)));
    }

    private static Interpretation nothing(int truncated, List<Problem> problems) {
        return new Interpretation(
                Interpretation.Status.NOT_A_REQUEST,
                Intent.NONE,
                Slots.NONE,
                List.of(),
                problems,
                null,
                List.of(),
                truncated,
                List.of(),
                null);
    }

    /** Reads one message that is meant for the bot, or overheard. */
    public Interpretation read(String text, Markup markup, boolean addressed, @Nullable Request remembered) {
        return read(text, markup, Address.of(addressed), remembered);
    }

    /**
     * Reads one message.
     *
     * @param remembered the last request of the conversation, or null
     */
    public Interpretation read(String text, Markup markup, Address address, @Nullable Request remembered) {
        boolean addressed = address != Address.OVERHEARD;
        boolean goesOn = remembered != null;
        int limit = Math.min(text.length(), MAXIMUM_LENGTH);
        Decoder.Shape shape = Decoder.shape(text, limit);
        boolean plain = shape != Decoder.Shape.MARKED_UP && limit == text.length();
        if (plain && !addressed && chatter.is(text, goesOn)) {
            return NOTHING;
        }
        FoldedText folded =
                written(plain ? FoldedText.unmoved(text, limit, shape) : Decoder.decode(text, markup, MAXIMUM_LENGTH));
        if (!addressed && chatter.is(folded.text(), goesOn)) {
            return nothing(folded.truncated());
        }
        try {
            Interpretation read = read(folded, address, remembered);
            Request written = addressed && !goesOn ? otherwiseWritten(text, read) : null;
            if (written != null) {
                return asWritten(written, read);
            }
            return QuotedLines.areAsked(compiledLexicon, text, MAXIMUM_LENGTH, folded, read, addressed && !goesOn)
                    ? read(written(Decoder.decodeWithQuotes(text, markup, MAXIMUM_LENGTH)), address, remembered)
                    : read;
        } catch (TooComplexException tooMuch) {
            return tooComplex(text);
        }
    }

    /** Returns the request of a canonical text that was read as another one, or null. */
    private @Nullable Request otherwiseWritten(String text, Interpretation read) {
        return !canonical.mayRead(text) || text.equals(read.canonical())
                ? null
                : canonical
                        .read(text, unlistedModels(read.slots()))
                        .filter(request ->
                                FollowUpIntent.byShape(request.intent(), request.slots()) == request.intent())
                        .orElse(null);
    }

    private List<ModelId> unlistedModels(Slots slots) {
        List<ModelId> models = slots.value(SlotName.MODELS);
        return models == null
                ? List.of()
                : models.stream()
                        .filter(id -> compiledLexicon.catalog().model(id).isEmpty())
                        .toList();
    }

    /** Returns the reading of a canonical text; what is wrong with its names, and the size of a model without a price, was found before. */
    private static Interpretation asWritten(Request request, Interpretation read) {
        Slot<BigDecimal> size = read.slots().get(SlotName.SIZE_B);
        Slots slots = size == null ? request.slots() : request.slots().with(SlotName.SIZE_B, size);
        List<Problem> ofNames = read.problems().stream()
                .filter(problem -> problem instanceof Problem.UnpricedModel || problem instanceof Problem.NotOffered)
                .toList();
        return new Interpretation(
                Interpretation.Status.READY,
                request.intent(),
                slots,
                List.of(),
                ofNames,
                null,
                List.of(),
                0,
                List.of(),
                null);
    }

    /**
     * Returns a text with the notation of runs as settings, the counts of its files, its settings and its tables as lists, and the time
     * of its steps and its durations in hours.
     */
    private FoldedText written(FoldedText folded) {
        FoldedText run = RunNotation.written(compiledLexicon, folded);
        FoldedText lines = CountRows.written(compiledLexicon, PastedLines.written(compiledLexicon, run));
        FoldedText files = FileCounts.written(compiledLexicon, FileTable.written(compiledLexicon, lines));
        FoldedText requests = RequestTable.written(compiledLexicon, files);
        FoldedText settings = SettingText.written(compiledLexicon, PromptTable.written(compiledLexicon, requests));
        FoldedText steps = StepTimes.written(compiledLexicon, TableText.written(compiledLexicon, settings));
        return DurationText.written(compiledLexicon, steps);
    }

    private Interpretation read(FoldedText folded, Address address, @Nullable Request remembered) {
        Token[] tokens = Lexer.tokens(compiledLexicon.phrases(), folded);
        Interpretation jobs = address == Address.OVERHEARD
                ? null
                : jobs(folded, tokens, job -> readAsOne(job, tokensOf(job), address, remembered));
        return jobs == null ? readAsOne(folded, tokens, address, remembered) : jobs;
    }

    private @Nullable Interpretation jobs(
            FoldedText folded, Token[] tokens, Function<FoldedText, Interpretation> reading) {
        Interpretation named = SeveralJobs.read(compiledLexicon, folded, tokens, reading);
        return named == null ? JobsBeside.read(compiledLexicon, folded, tokens, reading) : named;
    }

    private Token[] tokensOf(FoldedText folded) {
        return Lexer.tokens(compiledLexicon.phrases(), folded);
    }

    private Interpretation readAsOne(FoldedText folded, Token[] tokens, Address address, @Nullable Request remembered) {
        // Words of another language are not typing errors, so the language is detected first.
        String language = languages.of(folded, tokens);
        FoldedText translated = language == null || address == Address.OVERHEARD ? null : translated(language, folded);
        return language == null || translated == null
                ? read(drafted(folded, tokens, language, remembered), address, remembered)
                : read(drafted(translated, remembered), address, remembered).in(language);
    }

    private @Nullable FoldedText translated(@Nullable String language, FoldedText folded) {
        return language == null ? null : languages.translate(language, folded);
    }

    /** Returns a message with its slots filled, before its intent is decided. */
    ParseState filled(String text, Markup markup, @Nullable Request remembered) {
        ParseState state = drafted(text, markup, remembered);
        fill(state, remembered);
        return state;
    }

    /** Returns a message with its values, before weights decide which names are asked about. */
    ParseState counted(String text, Markup markup, @Nullable Request remembered) {
        ParseState state = drafted(text, markup, remembered);
        count(state);
        return state;
    }

    /** Returns a message with its values, before it is filled into slots. */
    ParseState settled(String text, Markup markup, @Nullable Request remembered) {
        ParseState state = drafted(text, markup, remembered);
        readValues(state);
        return state;
    }

    private ParseState drafted(String text, Markup markup, @Nullable Request remembered) {
        FoldedText folded = written(Decoder.decode(text, markup, MAXIMUM_LENGTH));
        Token[] tokens = Lexer.tokens(compiledLexicon.phrases(), folded);
        String language = languages.of(folded, tokens);
        FoldedText translated = translated(language, folded);
        return translated == null ? drafted(folded, tokens, language, remembered) : drafted(translated, remembered);
    }

    private ParseState drafted(FoldedText translated, @Nullable Request remembered) {
        return drafted(translated, Lexer.tokens(compiledLexicon.phrases(), translated), null, remembered);
    }

    private ParseState drafted(
            FoldedText folded, Token[] tokens, @Nullable String language, @Nullable Request remembered) {
        Repairer.Repaired repaired = language == null ? Repairer.repair(compiledLexicon, folded, tokens) : null;
        ParseState state = repaired == null
                ? draft(folded, tokens, language, remembered)
                : draft(repaired.text(), Lexer.tokens(compiledLexicon.phrases(), repaired.text()), null, remembered);
        // "The boss says it's $200 now": the value counts like one of the asker's own.
        FoldedText alone = Remarks.are(state) ? state.text : PassedOnValues.alone(state);
        ParseState read = alone == state.text
                ? state
                : draft(alone, Lexer.tokens(compiledLexicon.phrases(), alone), language, remembered);
        if (repaired != null) {
            repaired.repairs().forEach(read::add);
        }
        return read;
    }

    /** Reads a drafted message. */
    Interpretation read(ParseState drafted, boolean addressed, @Nullable Request remembered) {
        return read(drafted, Address.of(addressed), remembered);
    }

    private Interpretation read(ParseState drafted, Address address, @Nullable Request remembered) {
        if (address == Address.POINTED_AT) {
            drafted.tellsOfAskedJob();
        }
        fill(drafted, remembered);
        return new InterpretationBuilder(drafted, decider, address, remembered).interpretation();
    }

    private ParseState draft(FoldedText text, Token[] tokens, @Nullable String language, @Nullable Request remembered) {
        Request before = remembered == null ? null : remembered.subject();
        Slots slots = before == null ? Slots.NONE : before.slots();
        BigDecimal examples = slots.number(SlotName.EXAMPLES);
        Token[] joined = NumberJoiner.join(tokens, text.text(), examples == null ? BigDecimal.ZERO : examples);
        ParseState state = new ParseState(compiledLexicon, text, joined, language, slots, mostWork);
        if (before != null) {
            state.remembers(before.intent());
        }
        return state;
    }

    /**
     * Returns what decided that a message is a request or none: the features with the largest weights, the largest first.
     *
     * @param remembered the last request of the conversation, or null
     */
    public List<Reason> reasons(String text, Markup markup, @Nullable Request remembered) {
        try {
            return decider.explain(filled(text, markup, remembered), remembered != null, MOST_REASONS).stream()
                    .map(reason -> new Reason(reason.feature(), reason.weight()))
                    .toList();
        } catch (TooComplexException _) {
            return List.of();
        }
    }

    /**
     * A feature of a message that speaks for its reading, or, with a negative weight, against it.
     *
     * @param feature its kind and its words or values: {@code has intents.estimate}
     */
    public record Reason(String feature, double weight) {}

    /** Fills the parse state stage by stage; afterwards each of its tokens has one use. */
    private void fill(ParseState state, @Nullable Request remembered) {
        readValues(state);
        SlotFiller.fill(state);
        ModelSlot.fill(state);
        OpenNotation.read(state);
        CriterionReader.read(state, remembered == null ? null : remembered.subject());
        StepReader.read(state);
    }

    private void readValues(ParseState state) {
        count(state);
        if (NameRoles.isOpen(state)) {
            NameRoles.read(state, decider.names());
        }
        ChoiceReader.read(state);
        settle(state);
    }

    /** Finds the models and the values of numbers that stand beside their units. */
    private static void count(ParseState state) {
        ModelReader.read(state);
        NamingNumbers.read(state);
        DeniedEnds.read(state);
        MonthlyVolumes.read(state);
        Asides.read(state);
        PartLengths.read(state);
        ShareLengths.read(state);
        MixedSources.read(state);
        SiftedCounts.read(state);
        ToldNumbers.read(state);
        CountedQuarters.read(state);
        SummedParts.read(state);
        PeriodicPieces.read(state);
        CheapestFew.read(state);
        ModelCount.read(state);
        CrossValidation.read(state);
        SecondStage.read(state);
        RetrievedDocuments.read(state);
        SettingsGrid.read(state);
        RunsByEpochs.read(state);
        ListedValues.read(state);
        EpochsInstead.read(state);
        Rollouts.read(state);
        Deadlines.read(state);
        SellerDiscounts.read(state);
        PartTimeChanges.read(state);
        LaterLevel.claim(state);
        StatedChanges.read(state);
        UpTimes.read(state);
        WorkingDays.claim(state);
        GpuNumbers.read(state);
        Electricity.read(state);
        PriceMarkup.read(state);
        Savings.read(state);
        StatedTotals.read(state);
        StatedParts.read(state);
        CostSplitReader.read(state);
        CostReasonReader.read(state);
        RecurringGrowth.read(state);
        GrowingData.read(state);
        Replacements.readNumbers(state);
        RestatedNumbers.read(state);
        PeriodCorrections.read(state);
        FewShotLengths.read(state);
        PromptAndSides.read(state);
        ExampleParts.read(state);
        PairSides.readWhole(state);
        PreferenceLengths.read(state);
        PastPeriods.read(state);
        RequestParts.read(state);
        DataRates.read(state);
        TotalsOnceThrough.read(state);
        StatedResults.read(state);
        RateLimits.read(state);
        RetrainInterval.readAgain(state);
        NamedPlaces.read(state);
        ExchangeRates.read(state);
        TokensSoFar.read(state);
        TokensOfEpochs.read(state);
        ListedGroups.read(state);
        HoursOfDay.claim(state);
        HourlyRates.read(state);
        LevelsOfWeek.read(state);
        SentShares.read(state);
        AskingShares.read(state);
        GroupsOfPeople.read(state);
        FutureLevels.claim(state);
        SentLengths.read(state);
        QuantityReader.read(state);
        RunsOfPeople.read(state);
        RunsOfGroups.read(state);
        RunsTogether.read(state);
        CountedModels.read(state);
        NextEpochs.read(state);
        ExpectedCounts.read(state);
    }

    /** Settles which of several values is meant, and those that no unit says. */
    private void settle(ParseState state) {
        UnitPriceReader.read(state);
        JoinedSums.read(state);
        SumArithmetic.read(state);
        SumShares.read(state);
        Budgets.settle(state);
        BilledRequests.read(state);
        RepeatedSums.read(state);
        SpokenLengths.read(state);
        PairSides.read(state);
        RequestLengths.read(state, ExampleSides.areAllThatIsSaid(state));
        ExampleSides.read(state);
        AskedCounts.settle(state);
        VagueAmounts.read(state);
        CountBounds.read(state);
        NumberedGroups.read(state);
        SeasonalTraffic.read(state);
        YearWithSeason.read(state);
        ComparedValues.read(state);
        LaterTraffic.settle(state);
        TrainingStages.read(state);
        UsableText.readCounted(state);
        TokenParts.read(state);
        NumberRoles.read(state, decider.numbers());
        AskedSpans.keep(state);
        DroppedPrompts.read(state);
        ZeroPrompts.read(state);
        PromptPair.settle(state);
        InputOfThread.read(state);
        WholeContext.read(state);
        Lengths.read(state);
        RequestLengths.readSent(state);
        ExampleLength.read(state);
        RecordedSpeech.read(state);
        UsableText.read(state);
        ValidationTokens.read(state);
        PackedSequences.read(state);
        SecondLength.read(state);
        GroupedCounts.read(state);
        Shares.read(state);
        HeldOutShares.read(state);
        CrossValidation.holdOut(state);
        Reruns.addFirst(state);
        AnswerLength.read(state);
        ExampleSides.readOfRemembered(state);
        LaterTraffic.read(state);
        SeasonalMultiples.claim(state);
        LaterLevel.read(state);
        GrownTraffic.read(state);
        TotalOfAllPasses.read(state);
        boolean contradicts = Contradictions.read(state);
        SplitTotal.read(state);
        if (!contradicts) {
            TrafficReader.read(state, decider.traffic());
            CountDerivation.read(state, decider.derivations());
            SecondLength.read(state);
        }
        ExampleSides.readAlone(state);
        HeldOutShares.complete(state);
        EvaluatedEpochs.read(state);
        ScaledRuns.read(state);
        SampledSearch.read(state);
        if (SumRoles.isOpen(state)) {
            SumRoles.read(state, decider.sums());
        }
    }

    /** Returns the lines in the language of a message, if it has a lexicon. */
    public Optional<LanguageLines> lines(@Nullable String language) {
        return language == null
                ? Optional.empty()
                : languages.language(language).map(each -> new LanguageLines(each.answered(), each.nothingFound()));
    }

    /** Returns the choice of a question back that a message consists of. */
    public Optional<TypedChoice> choice(String text, Markup markup, List<Interpretation.Reading> choices) {
        return text.length() > LONGEST_SERVICE
                ? Optional.empty()
                : Optional.ofNullable(
                        new ChoiceFinder(compiledLexicon, Decoder.decode(text, markup, MAXIMUM_LENGTH), choices)
                                .find());
    }

    /** Returns the offer of the answer before that a message picks. */
    public Optional<TypedPick> pick(String text, Markup markup) {
        return text.length() > LONGEST_SERVICE
                ? Optional.empty()
                : Optional.ofNullable(
                        new PickFinder(compiledLexicon, Decoder.decode(text, markup, MAXIMUM_LENGTH)).find());
    }

    /** Returns the service that a message asks for, such as {@code reset}, {@code forget that}, {@code about}, {@code delete my data}. */
    public Optional<Service> service(String text, Markup markup) {
        if (text.length() > LONGEST_SERVICE) {
            return Optional.empty();
        }
        FoldedText folded = Decoder.decode(text, markup, MAXIMUM_LENGTH);
        String words = AROUND_WORDS.matcher(folded.text()).replaceAll(" ").strip();
        Service service = services.get(words);
        if (service != null) {
            return Optional.of(service);
        }
        ParseState state = new ParseState(
                compiledLexicon, folded, Lexer.tokens(compiledLexicon.phrases(), folded), null, Slots.NONE);
        return InterpretationBuilder.forgets(state) ? Optional.of(Service.RESET) : Optional.empty();
    }

    /** True if a message thanks and goes on, or ends with thanks: {@code thanks, makes sense}, {@code will ask them on monday, thx}. */
    public boolean thanks(String text, Markup markup) {
        if (text.length() > LONGEST_SERVICE) {
            return false;
        }
        List<String> parts = CLAUSE_END
                .splitAsStream(Decoder.decode(text, markup, MAXIMUM_LENGTH).text())
                .map(part -> AROUND_WORDS.matcher(part).replaceAll(" ").strip())
                .filter(part -> !part.isEmpty())
                .toList();
        return !parts.isEmpty() && Stream.of(parts.getFirst(), parts.getLast()).anyMatch(this::isThanks);
    }

    /** {@code cool thx}, {@code perfect thank you so much}: two thanks in one breath. */
    private boolean isThanks(String part) {
        if (services.get(part) == Service.THANKS) {
            return true;
        }
        for (int space = part.indexOf(' '); space > 0; space = part.indexOf(' ', space + 1)) {
            boolean both = services.get(part.substring(0, space)) == Service.THANKS
                    && services.get(part.substring(space + 1)) == Service.THANKS;
            if (both) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns completions: models, providers, verbs and whole example commands, likeliest first.
     *
     * @param cursor the position in the text, clamped to it
     */
    public List<String> complete(String text, int cursor) {
        return completion.complete(text, cursor);
    }

    /** Returns the ids of the known models, in the order of the price books. */
    public List<String> models() {
        return compiledLexicon.catalog().models().stream()
                .map(model -> model.id().value())
                .toList();
    }

    /** Returns the ids of the known providers, in the order of the price books. */
    public List<String> providers() {
        return compiledLexicon.catalog().providers().stream()
                .map(provider -> provider.id().value())
                .toList();
    }
}
