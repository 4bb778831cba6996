package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.request.TrainingStage;
import io.tunetally.request.UpTime;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state of one parse: the message's tokens, and the results of each stage of the pipeline. Lives for one call. */
public final class ParseState extends TokenSequence {
    private static final List<Measure> TIMES =
            Arrays.stream(Measure.values()).filter(Measure::isTime).toList();

    /**
     * A number that follows from a message and the remembered request together, by weights. Readers of edits know the simple ways of saying it,
     * so it is kept beside what they find.
     *
     * @param slot whose value it is
     * @param value the number
     * @param heldOut how many of the examples are kept for testing
     * @param arithmetic how it follows: {@code 3,000 + 900 - 50}; empty if it stays
     * @param tokens the indexes of the numbers and shares of the message that it is made of, in order
     * @param parts how many numbers and shares these are
     * @param lead by how much it is likelier than what the readers of numbers found, in thousandths
     * @param sure whether no other number is nearly as likely
     */
    public record WorkedOut(
            SlotName<?> slot,
            BigDecimal value,
            long heldOut,
            String arithmetic,
            List<Integer> tokens,
            int parts,
            int lead,
            boolean sure) {
        private static final int STATED = Integer.MAX_VALUE;

        /** Returns a number that the message states, so that no weights are asked. */
        public static WorkedOut stated(SlotName<?> slot, BigDecimal value, String arithmetic, List<Integer> tokens) {
            return new WorkedOut(slot, value, 0, arithmetic, tokens, tokens.size(), STATED, true);
        }

        /** Returns the same beside so many that are held out. */
        public WorkedOut holding(long some) {
            return new WorkedOut(slot, value, some, arithmetic, tokens, parts, lead, sure);
        }

        /** True if the message states it. */
        public boolean isStated() {
            return lead == STATED;
        }
    }

    /** The intents whose answers run the model. */
    private static final Set<Intent> RUNS_MODEL =
            EnumSet.of(Intent.TCO, Intent.BREAKEVEN, Intent.WORTHIT, Intent.RECOMMEND, Intent.MIGRATE);

    /** The most tokens of a message in which words are read as changes of the remembered request. */
    private static final int LONGEST_EDIT = 60;

    private @Nullable List<List<WordPatterns.Word>> words;
    private @Nullable List<List<WordPatterns.Word>> typedWords;
    private @Nullable Set<Intent> advice;
    private @Nullable Boolean asksWhetherSumIsRight;
    private @Nullable Set<Deployment> weighed;
    private @Nullable List<WordPatterns.Match<String>> requestShares;
    private @Nullable List<WordPatterns.Match<WordPatterns.Reply>> replies;
    public final List<Mention> mentions = new ArrayList<>(2);
    public final SlotCandidates candidates = new SlotCandidates();
    public final UnitFinder unitFinder = new UnitFinder(this);
    private List<Problem> problems = new ArrayList<>();
    private List<Interpretation.Repair> repairs = new ArrayList<>();
    private boolean isImpliedEdit;
    private boolean tellsOfAskedJob;
    private final List<WorkedOut> workedOut = new ArrayList<>(0);
    private final List<Interpretation.Doubt> doubts = new ArrayList<>(0);
    private @Nullable Stretch leftOut;
    private List<Interpretation.Forgone> forgone = new ArrayList<>();
    public final Slots.Builder slots = Slots.builder();
    /** The language of a message that is not in English, else null. */
    public final @Nullable String language;
    /** Whether the message is a command without a sentence around it. */
    public final boolean terse;

    private @Nullable Boolean asks;
    private @Nullable Boolean gpuBill;
    private @Nullable BitSet past;
    private final BitSet background = new BitSet(0);
    private final BitSet foreground = new BitSet(0);
    /** By token index; allocated on demand. */
    private Sentence @Nullable [] sentences;

    private Clause @Nullable [] clauses;
    private @Nullable Intent rememberedIntent;
    /** The conversation's remembered values, of the stage of a training that is meant; empty at its beginning. */
    public final Slots remembered;

    private final boolean isOtherStage;

    public ParseState(
            CompiledLexicon compiledLexicon,
            FoldedText text,
            Token[] tokens,
            @Nullable String language,
            Slots remembered) {
        this(compiledLexicon, text, tokens, language, remembered, MOST_WORK);
    }

    /**
     * Creates the state of a message.
     *
     * @param mostWork the limit of token look-ups
     */
    public ParseState(
            CompiledLexicon compiledLexicon,
            FoldedText text,
            Token[] tokens,
            @Nullable String language,
            Slots remembered,
            int mostWork) {
        super(compiledLexicon, text, tokens, mostWork);
        TrainingStage other = remembered.value(SlotName.OTHER_STAGE);
        isOtherStage = other != null && isNamedAlone(other.objective());
        this.remembered = other != null && isOtherStage ? other.inPlaceOf(remembered) : remembered;
        this.language = language;
        terse = CommandStyle.isTerse(this);
    }

    /** True of the DPO of {@code just the DPO part}: of two stages one is named. */
    private boolean isNamedAlone(Objective objective) {
        boolean named = false;
        for (int i = 0; i < size(); i++) {
            Lexeme lexeme = isAt(i, Category.OBJECTIVES) ? token(i).lexeme : null;
            boolean other = lexeme != null && lexeme.code() != objective;
            if (other || (lexeme != null && (isDenied(i - 1) || isDenied(i - 2)))) {
                return false;
            }
            named |= lexeme != null;
        }
        return named;
    }

    private boolean isDenied(int i) {
        return isAt(i, Cue.NOT) || isAt(i, Cue.DROP) || isAt(i, Cue.INSTEAD_OF);
    }

    /** True if the message means the stage of a training that the remembered request does not price. */
    public boolean isOtherStage() {
        return isOtherStage;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Forgets the problems that turn out to be none. */
    public void withoutProblems(Predicate<Problem> settled) {
        problems = new ArrayList<>(problems.stream().filter(settled.negate()).toList());
    }

    public void add(Problem problem) {
        problems.add(problem);
    }

    public List<Interpretation.Repair> repairs() {
        return repairs;
    }

    public void add(Interpretation.Repair repair) {
        repairs.add(repair);
    }

    /** Says that the message may change the remembered request, though its words do not say so. */
    public void impliesEdit() {
        isImpliedEdit = true;
    }

    public boolean isImpliedEdit() {
        return isImpliedEdit;
    }

    /** Adds a number that follows from the message and the remembered request together. */
    public void add(WorkedOut number) {
        workedOut.add(number);
    }

    /** Returns the numbers that follow from the message and the remembered request together, at most one of a slot. */
    public List<WorkedOut> workedOut() {
        return workedOut;
    }

    /** True if the message states how a number follows from the remembered request. */
    public boolean statesChange() {
        return workedOut.stream().anyMatch(WorkedOut::isStated);
    }

    /** Gives a slot without a value what some tokens say, and marks these. */
    public <T> void say(SlotName<T> slot, T value, int first, int last) {
        if (!slots.has(slot)) {
            slots.put(slot, Slot.said(value, span(first, last)));
        }
        use(first, last, Token.Use.SLOT);
    }

    /** Returns the numbers that may be something else than they were read as. */
    public List<Interpretation.Doubt> doubts() {
        return doubts;
    }

    public void add(Interpretation.Doubt doubt) {
        doubts.add(doubt);
    }

    /** Keeps a stretch of the message that has no place in a request, so that the answer says so. */
    public void leaveOut(int first, int last, Interpretation.Unused.Kind kind) {
        leftOut = new Stretch(first, last, kind);
    }

    /** Returns that stretch, or null. */
    public @Nullable Stretch leftOut() {
        return leftOut;
    }

    /** Some tokens beside each other, from the first to the last, and what they are. */
    public record Stretch(int first, int last, Interpretation.Unused.Kind kind) {}

    public List<Interpretation.Forgone> forgone() {
        return forgone;
    }

    public void add(Interpretation.Forgone value) {
        forgone.add(value);
    }

    /** Returns the words of each sentence, for patterns over them; requires that models and values are found. */
    public List<List<WordPatterns.Word>> words() {
        if (words == null) {
            words = SentenceWords.of(text.text(), given());
        }
        return words;
    }

    /** Returns the words of each sentence as they were typed. */
    private List<List<WordPatterns.Word>> typedWords() {
        if (typedWords == null) {
            typedWords = SentenceWords.of(text.text(), List.of());
        }
        return typedWords;
    }

    /** Returns a word for each model and each value. */
    private List<WordPatterns.Word> given() {
        List<WordPatterns.Word> given = new ArrayList<>();
        for (Mention mention : mentions) {
            given.add(new WordPatterns.Word(
                    WordPatterns.Word.NAME, tokens[mention.first()].start, tokens[mention.last()].end));
        }
        for (Token token : all()) {
            boolean quantity = token.isNumber() || token.is(Category.UNITS);
            if (quantity && token.use == Token.Use.SLOT) {
                given.add(new WordPatterns.Word(WordPatterns.Word.VALUE, token.start, token.end));
            }
            // The "change" of "what would change" is not about the data.
            if (token.intent() == Intent.TIPPINGPOINTS) {
                given.add(new WordPatterns.Word(WordPatterns.Word.VALUE, token.start, token.end));
            }
        }
        given.sort(Comparator.comparingInt(WordPatterns.Word::start));
        return given;
    }

    /** Returns the intents of sentences that ask for advice: whether to tune, or which model. */
    public Set<Intent> advice() {
        if (advice == null) {
            boolean ours = !remembered.isEmpty()
                    || has(Category.TUNING)
                    || has(Cue.TRAINING)
                    || has(Category.METHODS)
                    || has(Category.OBJECTIVES)
                    || has(Category.INTENTS)
                    || has(Measure.REQUEST);
            advice = ours ? askedForAdvice() : Set.of();
        }
        return advice;
    }

    /** True if it asks whether a sum is right: {@code is that fair}, {@code does that sound right}; a question beside it is another. */
    public boolean asksWhetherSumIsRight() {
        if (asksWhetherSumIsRight == null) {
            boolean marked = hasQuestionMark();
            asksWhetherSumIsRight = typedWords().stream()
                    .filter(words -> !marked || endsWithQuestionMark(words))
                    .flatMap(words -> compiledLexicon.advice().in(words).stream())
                    .anyMatch(match -> match.meaning() == Intent.ESTIMATE);
        }
        return asksWhetherSumIsRight;
    }

    private static boolean endsWithQuestionMark(List<WordPatterns.Word> sentence) {
        return !sentence.isEmpty() && sentence.getLast().text().equals(WordPatterns.Word.QUESTION);
    }

    /** Names and values decide nothing in such a question, so it can be found before them. */
    private Set<Intent> askedForAdvice() {
        Set<Intent> asked = EnumSet.noneOf(Intent.class);
        for (List<WordPatterns.Word> sentence : typedWords()) {
            compiledLexicon.advice().in(sentence).forEach(match -> asked.add(match.meaning()));
        }
        // Whether a sum is right is a question for a price.
        asked.remove(Intent.ESTIMATE);
        return asked;
    }

    /** True if a sentence asks which of several to take: {@code which of these should I take}, {@code help me choose}. */
    public boolean asksForChoice() {
        return typedWords().stream()
                .anyMatch(sentence -> !compiledLexicon.choices().in(sentence).isEmpty());
    }

    /** Returns the ways to run a tuned model that are weighed against paying by the token; found before names and values, too. */
    public Set<Deployment> weighed() {
        if (weighed == null) {
            boolean gpus = has(Category.GPUS)
                    || has(Category.DEPLOYMENTS)
                    || hasTypedAnywhere(Trait.GPU)
                    || SelfHosting.isSaid(this);
            weighed = gpus ? findWeighed() : Set.of();
        }
        return weighed;
    }

    /** Returns the parts of the week that are named; found before names and values, too. */
    public List<WordPatterns.Match<UpTime>> upTimes() {
        return typedWords().stream()
                .flatMap(sentence -> compiledLexicon.upTimes().in(sentence).stream())
                .toList();
    }

    /** Returns what says that nothing of a prompt is left after tuning, sentence by sentence. */
    public List<WordPatterns.Match<Trait>> droppedPrompts() {
        return typedWords().stream()
                .flatMap(sentence -> compiledLexicon.droppedPrompts().in(sentence).stream())
                .toList();
    }

    /** Returns what says in the sentence of a token that requests are answered without the model, or null. */
    public WordPatterns.@Nullable Match<String> sparedRequests(int index) {
        if (requestShares == null) {
            requestShares = typedWords().stream()
                    .flatMap(sentence -> compiledLexicon.requestShares().in(sentence).stream())
                    .toList();
        }
        Sentence sentence = sentence(index);
        for (WordPatterns.Match<String> match : requestShares) {
            int at = tokenAt(match.words().getFirst().start());
            if (at >= sentence.first() && at < sentence.end()) {
                return match;
            }
        }
        return null;
    }

    /**
     * Returns what each sentence of a message in a conversation says of the answer, found before names and values. A translation has other
     * words than people write.
     */
    public List<WordPatterns.Match<WordPatterns.Reply>> replies() {
        if (replies == null) {
            replies = !mayEdit() || text.isTranslated()
                    ? List.of()
                    : typedWords().stream()
                            .flatMap(sentence -> compiledLexicon.replies().in(sentence).stream())
                            .toList();
        }
        return replies;
    }

    private Set<Deployment> findWeighed() {
        List<WordPatterns.Word> names = new ArrayList<>();
        for (Token token : all()) {
            if (token.is(Category.GPUS)) {
                names.add(new WordPatterns.Word(WordPatterns.Word.GPU, token.start, token.end));
            } else if (SelfHosting.isSeller(this, token)) {
                names.add(new WordPatterns.Word(WordPatterns.Word.SELLER, token.start, token.end));
            }
        }
        Set<Deployment> found = EnumSet.noneOf(Deployment.class);
        for (List<WordPatterns.Word> sentence : SentenceWords.of(text.text(), names)) {
            compiledLexicon.weighed().in(sentence).forEach(match -> found.add(match.meaning()));
        }
        return found;
    }

    /** Returns the sentence at an index, including its mark. */
    public Sentence sentence(int index) {
        if (sentences == null) {
            sentences = new Sentence[tokens.length];
            for (int first = 0; first < tokens.length; ) {
                int end = first;
                while (end < tokens.length && !endsSentence(token(end))) {
                    end++;
                }
                int last = Math.min(end, tokens.length - 1);
                Arrays.fill(sentences, first, last + 1, new Sentence(this, first, end));
                first = last + 1;
            }
        }
        return sentences[index];
    }

    /** Returns the clause at an index; a comma, a colon or a bracket also ends one, and belongs to it. */
    public Clause clause(int index) {
        if (clauses == null) {
            clauses = new Clause[tokens.length];
            for (int first = 0; first < tokens.length; ) {
                int end = first;
                while (end < tokens.length && !endsClause(token(end))) {
                    end++;
                }
                int last = Math.min(end, tokens.length - 1);
                Arrays.fill(clauses, first, last + 1, new Clause(this, first, end));
                first = last + 1;
            }
        }
        return clauses[index];
    }

    private static boolean endsClause(Token token) {
        return endsSentence(token) || (token.kind == Token.Kind.SYMBOL && ",:()".indexOf(token.symbol) >= 0);
    }

    private static boolean endsSentence(Token token) {
        return token.kind == Token.Kind.BREAK || (token.kind == Token.Kind.SYMBOL && ".!?;".indexOf(token.symbol) >= 0);
    }

    /** True if the sentence at an index reports the past and asks nothing. */
    public boolean isReported(int index) {
        return has(Cue.REPORT) && sentence(index).isReported();
    }

    /** True if the part of the message at an index tells of an earlier job: {@code the 2024 pilot used gpt-4o}. */
    public boolean isPast(int index) {
        if (past == null) {
            past = PastParts.of(this);
        }
        return past.get(index);
    }

    /** Says that the name at these indexes belongs to the background of the job that is asked about. */
    public void background(int first, int last) {
        background.set(first, last + 1);
    }

    /** True if the name at an index belongs to the background of the job that is asked about. */
    public boolean isBackground(int index) {
        return background.get(index);
    }

    /** Says that the GPU at an index is one that the job that is asked about runs on. */
    public void foreground(int gpu) {
        foreground.set(gpu);
    }

    /** True if the GPU at an index is clearly one of the job that is asked about. */
    public boolean isForeground(int index) {
        return foreground.get(index);
    }

    /** Records what the remembered request asks for. */
    public void remembers(Intent intent) {
        rememberedIntent = intent;
    }

    /** Notes that somebody points at the message: what it tells of a job is the job that is asked about. */
    public void tellsOfAskedJob() {
        tellsOfAskedJob = true;
    }

    public boolean isTellingOfAskedJob() {
        return tellsOfAskedJob;
    }

    /** True if the remembered request is a migration. */
    public boolean isMigrating() {
        return rememberedIntent == Intent.MIGRATE;
    }

    /** True if the remembered request is about running costs. */
    public boolean isRunningRemembered() {
        return rememberedIntent == Intent.TCO;
    }

    /** True if the remembered request is about when tuning is paid back. */
    public boolean isPaybackRemembered() {
        return rememberedIntent == Intent.BREAKEVEN;
    }

    /** True if the remembered answer runs the model, so that the lengths of a request stand in it, assumed where they were not said. */
    public boolean assumesLengths() {
        return remembered.has(SlotName.REQUESTS_PER_DAY)
                || (rememberedIntent != null && RUNS_MODEL.contains(rememberedIntent));
    }

    /** True if it is short enough to be a change of the remembered request, and there is one. */
    public boolean mayEdit() {
        return !remembered.isEmpty() && size() <= LONGEST_EDIT;
    }

    /** True of the {@code 3090} of {@code change card to 3090}, where the conversation is about a GPU and no word of the clause says what is counted. */
    public boolean isGpuOfEdit(int number) {
        if (!mayEdit() || !remembered.has(SlotName.GPU) || !isGpuNumber(number)) {
            return false;
        }
        Clause clause = clause(number);
        for (int i = clause.first(); i < clause.end(); i++) {
            boolean restates = isNumberAt(i)
                    && !isGpuNumber(i)
                    && remembersNumber(token(i).numeral().value());
            boolean counts = (isItemAt(i) || isUnitAt(i)) && !hasTyped(i, Trait.GPU);
            if (restates || counts || isMoneyAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True if a value of the remembered request is this number. */
    public boolean remembersNumber(BigDecimal number) {
        return remembered.names().stream()
                .map(remembered::number)
                .anyMatch(before -> before != null && before.compareTo(number) == 0);
    }

    /** True if a token is part of a model's name. */
    public boolean isOfMention(int index) {
        for (Mention mention : mentions) {
            if (mention.first() <= index && index <= mention.last()) {
                return true;
            }
        }
        return false;
    }

    /** True if it names a model, a method or training, so that a count in it may be one of examples. */
    public boolean speaksOfTuning() {
        return !mentions.isEmpty() || has(Category.TUNING) || has(Cue.TRAINING) || has(Category.METHODS);
    }

    /** True if it speaks of training itself, whether or not it names a model. */
    public boolean isAboutTraining() {
        return has(Category.TUNING)
                || has(Category.METHODS)
                || has(Cue.TRAINING)
                || any(token -> token.is(Trait.ASKS_TO_TRAIN));
    }

    /** True if any of its sentences is a request. */
    public boolean asks() {
        if (asks == null) {
            asks = SpeechAct.asks(this);
        }
        return asks;
    }

    /** True if it weighs whether tuning pays, or is to be done at all. */
    public boolean weighsTuning() {
        return has(Intent.BREAKEVEN) || has(Intent.WORTHIT) || !advice().isEmpty();
    }

    /** True if it says for how long GPUs are paid and what an hour of one costs. */
    public boolean isGpuBill() {
        if (gpuBill == null) {
            gpuBill = GpuBill.isSaid(this);
        }
        return gpuBill;
    }

    /** True if an amount is in a currency without a price here. */
    public boolean isForeignMoney() {
        for (Problem problem : problems) {
            if (problem instanceof Problem.ForeignCurrency) {
                return true;
            }
        }
        return false;
    }

    /** Makes a number the value of a slot, and the words around it those that led to it. */
    public void claim(SlotName<?> slot, int number, int first, int last) {
        candidates.add(slot, Amounts.counted(token(number).numeral()), number);
        use(first, last, Token.Use.CONNECTIVE);
        tokens[number].use = Token.Use.SLOT;
    }

    /** Does so with its unit, which stands on either side. */
    public void claim(SlotName<?> slot, int number, int unit) {
        claim(slot, number, Math.min(number, unit), Math.max(number, unit));
    }

    /** Takes a number that names a thing, or is told of others, from all readers: nothing follows from it. */
    public void setAside(int number) {
        ignore(number);
        candidates.setAside(number);
    }

    /** True if the message has a period, or a unit of time. */
    public boolean namesTime() {
        return has(Category.PERIODS) || TIMES.stream().anyMatch(this::has);
    }

    /** True of a number that may count anything: one value, and no size, money, share or part of a name. */
    public boolean isPlainCount(int number) {
        return isCountAt(number)
                && !token(number).numeral().isRange()
                && !token(number).numeral().isAmbiguous()
                && !isSize(number)
                && !isOfMention(number)
                && !isMoneyAt(number)
                && !isPercentAt(number + 1);
    }

    /** Takes a number from all readers; the answer, which comes again in a conversation, says that its words were not used. */
    public void saysBack(int number, int last) {
        setAside(number);
        use(number, last, Token.Use.CONNECTIVE);
        token(number).use = Token.Use.SLOT;
        if (!remembered.isEmpty()) {
            impliesEdit();
        }
        add(new Problem.UnknownWord(typed(number, last), List.of(), span(number, last)));
    }

    /** Takes back that a number is the value of a slot. */
    public void withdraw(int number) {
        candidates.withdraw(number);
        ignore(number);
    }
}
