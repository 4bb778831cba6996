package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.token.TooComplexException;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.FoldedText;
import io.tunetally.text.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state of one parse: the message's tokens, and the results of each stage of the pipeline. Lives for one call. */
public final class ParseState extends TokenFeatures {
    private @Nullable List<List<WordPatterns.Word>> words;
    private @Nullable Set<Intent> advice;
    /**
     * The limit of token look-ups per message before it is given up. A command needs some 35 per token; no repeated
     * phrase needs more than a hundred (SlowShapesTest), and no message has more than {@link Lexer#MAXIMUM_TOKENS}.
     */
    public static final int MOST_WORK = 200 * Lexer.MAXIMUM_TOKENS;

    public final CompiledLexicon compiledLexicon;
    public final FoldedText text;
    private final Token[] tokens;
    public final List<Mention> mentions = new ArrayList<>(2);
    public final SlotCandidates candidates = new SlotCandidates();
    public final UnitFinder unitFinder = new UnitFinder(this);
    private List<Problem> problems = List.of();
    private List<Interpretation.Repair> repairs = List.of();
    private List<Interpretation.Forgone> forgone = List.of();
    public final Slots.Builder slots = Slots.builder();
    /** The language of a message that is not in English, else null. */
    public final @Nullable String language;
    /** Whether the message is a command without a sentence around it. */
    public final boolean terse;

    private @Nullable Boolean asks;
    /** By token index; allocated on demand. */
    private Sentence @Nullable [] sentences;

    private Clause @Nullable [] clauses;
    private final int mostWork;
    private int work;
    /** The conversation's remembered values; empty at its beginning. */
    public final Slots remembered;

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
        this.mostWork = mostWork;
        this.remembered = remembered;
        this.compiledLexicon = compiledLexicon;
        this.text = text;
        this.tokens = tokens;
        for (Token token : tokens) {
            note(token);
        }
        this.language = language;
        terse = CommandStyle.isTerse(this);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Forgets the problems that turn out to be none. */
    public void withoutProblems(Predicate<Problem> settled) {
        problems = new ArrayList<>(problems.stream().filter(settled.negate()).toList());
    }

    public void add(Problem problem) {
        problems = LazyLists.with(problems, problem);
    }

    public List<Interpretation.Repair> repairs() {
        return repairs;
    }

    public void add(Interpretation.Repair repair) {
        repairs = LazyLists.with(repairs, repair);
    }

    public List<Interpretation.Forgone> forgone() {
        return forgone;
    }

    public void add(Interpretation.Forgone value) {
        forgone = LazyLists.with(forgone, value);
    }

    public int size() {
        return tokens.length;
    }

    /** Returns the token at an index within the message. */
    public Token token(int index) {
        count(1);
        return tokens[index];
    }

    /** Returns all tokens, for one pass. */
    public Token[] all() {
        count(tokens.length);
        return tokens;
    }

    private void count(int looks) {
        work += looks;
        if (work > mostWork) {
            throw new TooComplexException();
        }
    }

    /** Returns the number of token look-ups so far: a measure of work that is independent of the machine. */
    public int work() {
        return work;
    }

    /** The token at an index, or null if out of range. */
    @Nullable public Token at(int index) {
        count(1);
        return index >= 0 && index < tokens.length ? tokens[index] : null;
    }

    public boolean isAt(int index, Cue cue) {
        Token token = at(index);
        return token != null && token.is(cue);
    }

    public boolean isAt(int index, Category category) {
        Token token = at(index);
        return token != null && token.is(category);
    }

    public boolean isAt(int index, Measure measure) {
        Token token = at(index);
        return token != null && token.is(measure);
    }

    public boolean isAt(int index, Trait trait) {
        Token token = at(index);
        return token != null && token.is(trait);
    }

    /** True if a sign or a letter of multiplication is here. */
    public boolean isTimesSign(int index) {
        Token token = at(index);
        return token != null
                && (token.isSymbol('x')
                        || token.isSymbol('*')
                        || (token.kind == Token.Kind.WORD && hasTyped(index, Trait.TIMES_SIGN)));
    }

    /** Returns the words of each sentence, for patterns over them; requires that models and values are found. */
    public List<List<WordPatterns.Word>> words() {
        if (words == null) {
            words = SentenceWords.of(text.text(), given());
        }
        return words;
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
            boolean ours = has(Category.TUNING)
                    || has(Cue.TRAINING)
                    || has(Category.METHODS)
                    || has(Category.OBJECTIVES)
                    || has(Category.INTENTS)
                    || has(Measure.REQUEST);
            advice = ours ? askedForAdvice() : Set.of();
        }
        return advice;
    }

    /** Names and values decide nothing in such a question, so it can be found before them. */
    private Set<Intent> askedForAdvice() {
        Set<Intent> asked = EnumSet.noneOf(Intent.class);
        for (List<WordPatterns.Word> sentence : SentenceWords.of(text.text(), List.of())) {
            compiledLexicon.advice().in(sentence).forEach(match -> asked.add(match.meaning()));
        }
        return asked;
    }

    public boolean isSymbolAt(int index, char symbol) {
        Token token = at(index);
        return token != null && token.isSymbol(symbol);
    }

    public boolean isNumberAt(int index) {
        Token token = at(index);
        return token != null && token.isNumber();
    }

    /** True for a whole number; {@code 4.1} is no count, but a version. */
    public boolean isCountAt(int index) {
        return isNumberAt(index)
                && tokens[index].numeral().value().stripTrailingZeros().scale() <= 0;
    }

    public boolean isUnitAt(int index) {
        return isAt(index, Category.UNITS) || isAt(index, Category.MULTIPLIERS) || isSymbolAt(index, '%');
    }

    /** True if a run of words ends here: at a mark, a line break or the end of the message. */
    public boolean isBreakAt(int index) {
        Token token = at(index);
        return token == null
                || token.kind == Token.Kind.BREAK
                || (token.kind == Token.Kind.SYMBOL && ",;.!?".indexOf(token.symbol) >= 0);
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

    /** True if it names a model, a method or training, so that a count in it may be one of examples. */
    public boolean speaksOfTuning() {
        return !mentions.isEmpty() || has(Category.TUNING) || has(Cue.TRAINING) || has(Category.METHODS);
    }

    /** True if any of its sentences is a request. */
    public boolean asks() {
        if (asks == null) {
            asks = SpeechAct.asks(this);
        }
        return asks;
    }

    public boolean isSlash(int index) {
        Token token = at(index);
        return token != null
                && (token.isSymbol('/') || (token.is(Cue.PER) && token.lexeme != null && token.lexeme.weak()));
    }

    /** True if an amount of money ends before an index. */
    public boolean isMoneyBefore(int index) {
        Token before = at(index - 1);
        return before != null
                && (before.is(Measure.DOLLAR)
                        || before.is(Category.CURRENCIES)
                        || (before.isNumber() && (isSymbolAt(index - 2, '$') || isAt(index - 2, Category.CURRENCIES))));
    }

    /** True if a word here joins alternatives. */
    public boolean isJoin(int index) {
        Token token = at(index);
        return token != null && (token.is(Cue.OR) || token.is(Cue.AND) || token.is(Cue.VERSUS) || isSlash(index));
    }

    /** True if a number here is the size of a model: {@code 8b}, but not {@code 1b tokens}. */
    public boolean isSize(int index) {
        Token token = at(index);
        if (token == null
                || !token.isNumber()
                || token.numeral().suffix() != 'b'
                || token.numeral().isRange()) {
            return false;
        }
        Measure unit = measureAt(index + 1);
        return unit != Measure.TOKEN && unit != Measure.EXAMPLE && unit != Measure.ITEM && unit != Measure.REQUEST;
    }

    @Nullable public Measure measureAt(int index) {
        Token token = at(index);
        return token == null ? null : token.measure();
    }

    /** True if any token matches. A loop, not a stream: this runs many times per message. */
    public boolean any(Predicate<Token> wanted) {
        for (Token token : all()) {
            if (wanted.test(token)) {
                return true;
            }
        }
        return false;
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

    /** True if the message itself rejects this text: {@code not lora}, {@code instead of gpt-4o}. */
    public boolean isTakenBack(int index) {
        int at = index - 1;
        while (at > index - 4 && isFiller(at)) {
            at--;
        }
        Token before = at(at);
        return before != null && (before.is(Cue.NOT) || before.is(Cue.INSTEAD_OF) || before.is(Cue.DROP));
    }

    private boolean isFiller(int index) {
        Token token = at(index);
        return token != null
                && (token.is(Cue.ARTICLE)
                        || token.is(Cue.ON)
                        || token.is(Cue.WISH)
                        || token.is(Cue.FOR)
                        || (token.is(Category.FUNCTIONS) && !isOpinion(index))
                        || (token.isSymbol('-') && !token.spaced));
    }

    // "I don't think LoRA is the issue" does not reject it.
    private boolean isOpinion(int index) {
        return hasTyped(index, Trait.OPINION);
    }

    public boolean isEnglish(Token word) {
        return text.isTranslated() || compiledLexicon.english().contains(text.text(), word.start, word.end);
    }

    /** True if a word can extend a model's name. */
    public static boolean isTier(Token token) {
        return token.is(Category.TIERS)
                || (token.lexeme != null && token.lexeme.code() instanceof Family family && family.tier());
    }

    /** True if a token names own hardware. */
    public static boolean isSelfHost(Token token) {
        return token.lexeme != null && token.lexeme.value().equals(ProviderId.SELF_HOSTED.value());
    }

    /** True if a provider's name before a slash is the model's publisher. */
    public boolean publishes(Token provider) {
        return provider.is(Trait.PUBLISHER);
    }

    public void use(int first, int last, Token.Use use) {
        for (int i = first; i <= last; i++) {
            tokens[i].use = use;
        }
    }

    /** Makes a number the value of a slot, and the words around it those that led to it. */
    public void claim(SlotName<?> slot, int number, int first, int last) {
        candidates.add(slot, Amounts.counted(token(number).numeral()), number);
        use(first, last, Token.Use.CONNECTIVE);
        tokens[number].use = Token.Use.SLOT;
    }

    /** Marks a number and its unit as none of ours. */
    public void ignore(int number, int unit) {
        tokens[number].use = Token.Use.KNOWN_NON_SLOT;
        tokens[unit].use = Token.Use.KNOWN_NON_SLOT;
    }

    public TextSpan span(int first, int last) {
        return text.span(tokens[first].start, tokens[last].end);
    }

    /** Returns the span between two positions if there are only joining words between, else that of the first alone. */
    public TextSpan spanOfList(int first, int firstEnd, int last) {
        for (int i = firstEnd + 1; i < last; i++) {
            Token token = token(i);
            boolean joins = isJoin(i) || token.isSymbol(',') || token.is(Cue.ARTICLE);
            boolean named = token.use == Token.Use.SLOT && (!token.isNumber() || isSize(i));
            if (!joins && !named) {
                return span(first, firstEnd);
            }
        }
        return span(first, last);
    }

    /** True if the typed word at an index has a trait, whether or not it is in the lexicon. */
    public boolean hasTyped(int index, Trait trait) {
        Token token = at(index);
        return token != null && compiledLexicon.is(trait, text.text(), token.start, token.end);
    }

    /** Returns the folded text from one token to another. */
    public String typed(int first, int last) {
        return text.folded(tokens[first].start, tokens[last].end);
    }
}
