package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Estimates tokens from words, characters and pages of English text, and from the size of a file: {@code 500 emails of 200 words}, {@code letters of
 * 2 pages}, {@code 48 MB}.
 */
public final class TextLengths {
    private static final BigDecimal WORDS_OF_A_PAGE = BigDecimal.valueOf(500);
    /** A token is about three quarters of an English word. */
    private static final BigDecimal TOKENS_OF_THREE_WORDS = BigDecimal.valueOf(4);

    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal CHARACTERS_OF_A_TOKEN = BigDecimal.valueOf(4);
    /** Fewer characters may be persons of a story. */
    private static final BigDecimal FEWEST_CHARACTERS = BigDecimal.valueOf(100);

    private static final List<Trait> BYTES = List.of(Trait.KILOBYTE, Trait.MEGABYTE, Trait.GIGABYTE, Trait.TERABYTE);
    private static final int ALWAYS_TEXT = 2;
    private static final BigDecimal MOST_BYTES = BigDecimal.TEN.pow(15);
    /** The most words between a size and that of which it is. */
    private static final int REACH = 3;

    /** The same where things are named before the size: {@code all the tickets we ever had, about 3 GB}. */
    private static final int REACH_OF_ITEMS = 7;

    /** The most words between {@code each entry} and its length. */
    private static final int CLAUSE_REACH = 8;

    /** The most words between a tool that counts words and its result. */
    private static final int REACH_OF_COMMAND = 12;

    /** What a conversation about data has. */
    private static final List<SlotName<?>> OF_DATA =
            List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.EPOCHS, SlotName.BUDGET_USD);

    private static final MathContext ROUGHLY = new MathContext(2);

    private static final BigDecimal LEAST_CORPUS_TOKENS = BigDecimal.valueOf(1_000_000);

    /** A thing with more pages is split before a model learns from it. */
    private static final BigDecimal MOST_PAGES = BigDecimal.valueOf(60);

    private final ParseState state;
    private @Nullable Boolean aboutText;
    private @Nullable Boolean countsThings;
    private @Nullable Boolean severalNumbers;

    public TextLengths(ParseState state) {
        this.state = state;
    }

    /** True if the words or characters are the text to train on, whose tokens the message leaves open; a rate or an extreme is not. */
    public boolean areData(int number, int unit) {
        return state.isAt(unit, Measure.WORD)
                && unit > number
                && !areTokensCounted(state)
                && !state.isRateAt(unit + 1)
                && !(state.isAt(unit + 1, Cue.OUT) && state.isAt(unit + 2, Cue.OF))
                && !isExtreme(number)
                && !areFewCharacters(number, unit)
                && (state.speaksOfTuning()
                        || state.unitFinder.countsExamples()
                        || isLengthOfRemembered(number)
                        || isLengthOfEvery(number));
    }

    /** True of a message that counts tokens, unlike {@code cheaper than paying gpt-4.1 per token}. */
    public static boolean areTokensCounted(ParseState state) {
        for (int i = 1; state.has(Measure.TOKEN) && i < state.size(); i++) {
            if (state.isAt(i, Measure.TOKEN) && !state.isAt(i - 1, Cue.PER)) {
                return true;
            }
        }
        return false;
    }

    /** True of the 900,000 of {@code wc -w corpus.txt says 900,000}: a number of words that a tool counted. */
    public boolean areCountedByTool(int number) {
        if (!state.hasTypedAnywhere(Trait.COUNTS)) {
            return false;
        }
        int first = Math.max(0, number - REACH_OF_COMMAND);
        for (int i = number - 1; i > first + 1 && !state.isNumberAt(i); i--) {
            if (state.isSymbolAt(i - 1, '-')
                    && state.hasTyped(i - 2, Trait.COUNTS)
                    && state.hasTyped(i, Trait.COUNTS_WORDS)) {
                return state.unitFinder.right(number) < 0 || state.isAt(number + 1, Measure.WORD);
            }
        }
        return false;
    }

    private boolean areFewCharacters(int number, int unit) {
        return isCharacter(unit) && state.token(number).numeral().value().compareTo(FEWEST_CHARACTERS) < 0;
    }

    private boolean isCharacter(int unit) {
        return state.hasTyped(unit, Trait.CHARACTER);
    }

    /** {@code each entry is about sixty words}, {@code about 250 words each} in a conversation about entries. */
    private boolean isLengthOfRemembered(int number) {
        boolean each = false;
        int first = Math.max(state.clause(number).first(), number - CLAUSE_REACH);
        int last = Math.min(state.clause(number).end(), number + CLAUSE_REACH);
        for (int i = first; i < last && state.remembered.has(SlotName.EXAMPLES); i++) {
            each |= state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.isAt(i, Cue.AVERAGE);
            each |= state.isAt(i, Cue.PER) && state.isItemAt(i + 1);
        }
        return each;
    }

    /** {@code 12 million characters of text}: more than any one example has. */
    public boolean isCorpus(int number) {
        Numeral tokens = Amounts.counted(state.token(number).numeral());
        return !tokens.isRange() && tokens.value().compareTo(LEAST_CORPUS_TOKENS) >= 0;
    }

    /** {@code every invoice is roughly 600 words}, {@code an invoice has 600 words}, where no requests are counted. */
    public boolean isLengthOfEvery(int number) {
        if (state.has(Category.RATES) || state.has(Category.PERIODS) || state.has(Measure.REQUEST)) {
            return false;
        }
        boolean about = state.isAt(number - 1, Cue.ABOUT) || state.hasTyped(number - 1, Trait.APPROXIMATES);
        int verb = about ? number - 2 : number - 1;
        boolean is = state.isAt(verb, Cue.IS) || state.hasTyped(verb, Trait.CONTAINS);
        boolean every = state.isAt(verb - 2, Cue.EVERY)
                || state.isAt(verb - 2, Cue.EACH)
                || (state.isAt(verb - 2, Cue.ARTICLE) && state.unitFinder.isOneOfCounted(verb - 1));
        return is && every;
    }

    /** {@code 300 letters of about 2 pages}, {@code 2 pages each}: the length of an example, beside their count. */
    public boolean areOfExample(int number, int unit) {
        if (!state.hasTyped(unit, Trait.PAGE) || state.has(Measure.TOKEN)) {
            return false;
        }
        boolean led = state.isAt(number - 1, Cue.OF) || state.hasTyped(number - 1, Trait.APPROXIMATES);
        boolean ofThings = led && (state.isItemAt(number - 2) || state.isPluralAt(number - 2));
        boolean counted = isInConversationAboutData() || hasSeveralNumbers();
        // "mit je 4 Seiten"
        boolean eachSo = state.text.isTranslated() && state.isAt(number - 1, Cue.EACH);
        boolean ofEach = counted && (eachSo || isOfEachBefore(number));
        return ofThings || ofEach || (counted && state.isAt(unit + 1, Cue.EACH));
    }

    private boolean isInConversationAboutData() {
        return OF_DATA.stream().anyMatch(state.remembered::has);
    }

    /** {@code each example is 2 pages}, {@code a row is roughly 3 pages}, {@code each one is 3 pages long} in a conversation about some. */
    private boolean isOfEachBefore(int number) {
        int verb = state.isAt(number - 1, Cue.ABOUT) || state.hasTyped(number - 1, Trait.APPROXIMATES)
                ? number - 2
                : number - 1;
        int noun = state.isAt(verb, Cue.IS) ? verb - 1 : verb;
        if (isInConversationAboutData() && isEachOfThem(noun)) {
            return true;
        }
        // "3,000 contracts, each about 8 pages"
        if (state.isAt(noun, Cue.EACH) && (state.isBreakAt(noun - 1) || state.isPluralAt(noun - 1))) {
            return true;
        }
        boolean one =
                state.isAt(noun - 1, Cue.EACH) || state.isAt(noun - 1, Cue.EVERY) || state.isAt(noun - 1, Cue.ARTICLE);
        boolean few = state.token(number).numeral().value().compareTo(MOST_PAGES) <= 0;
        return one
                && (state.isItemAt(noun)
                        || state.isAt(noun, Measure.EXAMPLE)
                        || (few && state.unitFinder.isOneOfCounted(noun)));
    }

    /** {@code each}, {@code each one}, {@code they}. */
    private boolean isEachOfThem(int subject) {
        return state.isAt(subject, Cue.EACH)
                || state.hasTyped(subject, Trait.EACH_ONE)
                || state.hasTyped(subject, Trait.THEY);
    }

    /**
     * {@code 250 PDF pages}, {@code 400 pages of documentation}, {@code a 350-page manual}: text without a number of examples. The
     * {@code 26k product pages} are examples.
     */
    public boolean arePagesOfText(int number, int unit) {
        return state.hasTyped(unit, Trait.PAGE)
                && unit > number
                && !state.has(Measure.TOKEN)
                && !state.has(Measure.EXAMPLE)
                && !state.isAt(unit + 1, Cue.EACH)
                && state.speaksOfTuning()
                && !countsThings()
                && isNextTo(number, unit);
    }

    /** {@code a 350-page manual}: the length of one document, of which it is the text. */
    public boolean areOfDocument(int number) {
        int noun = state.isSymbolAt(number + 1, '-') ? number + 2 : number + 1;
        return state.hasTypedAnywhere(Trait.PAGE_OF_MANY) && state.hasTyped(noun, Trait.PAGE_OF_MANY);
    }

    /** True if the pages of one document are the text to train on. */
    public boolean areDocumentToTrainOn() {
        return !state.has(Measure.TOKEN)
                && !state.has(Measure.EXAMPLE)
                && state.speaksOfTuning()
                && state.advice().isEmpty()
                && !countsThings();
    }

    /** True if a number counts other things than pages: {@code a 14-page handbook, 780 questions}. */
    private boolean countsThings() {
        if (countsThings == null) {
            countsThings = IntStream.range(1, state.size())
                    .anyMatch(i -> (state.isNumberAt(i - 1) || (state.isNumberAt(i - 2) && !isPage(i - 1)))
                            && state.isItemAt(i)
                            && !isPage(i));
        }
        return countsThings;
    }

    private boolean isPage(int noun) {
        return state.hasTyped(noun, Trait.PAGE) || state.hasTyped(noun, Trait.PAGE_OF_MANY);
    }

    private boolean hasSeveralNumbers() {
        if (severalNumbers == null) {
            severalNumbers = IntStream.range(0, state.size())
                            .filter(state::isNumberAt)
                            .limit(2)
                            .count()
                    > 1;
        }
        return severalNumbers;
    }

    private boolean isNextTo(int number, int unit) {
        int first = state.isSymbolAt(number + 1, '-') || state.hasTyped(number + 1, Trait.PAGES_OF_TEXT)
                ? number + 2
                : number + 1;
        return unit == first;
    }

    /** {@code the longest about 90 words}. */
    private boolean isExtreme(int number) {
        for (int i = number - 1; i >= state.clause(number).first() && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.SPREAD)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the size of text that a number and its unit say, or 0. Megabytes are of text; gigabytes may be of a GPU's memory. */
    public long bytes(int number, int unit) {
        for (int power = 0; power < BYTES.size(); power++) {
            if (state.hasTyped(unit, BYTES.get(power))
                    && (power < ALWAYS_TEXT || isAboutText() || isOfText(number, unit))) {
                return state.token(number)
                        .numeral()
                        .value()
                        .scaleByPowerOfTen(3 * (power + 1))
                        .min(MOST_BYTES)
                        .longValue();
            }
        }
        return 0;
    }

    private boolean isAboutText() {
        if (aboutText == null) {
            aboutText = IntStream.range(0, state.size()).anyMatch(i -> state.hasTyped(i, Trait.TEXT_DATA));
        }
        return aboutText;
    }

    /** True if the size is that of the text to train on, of which the message says nothing else. */
    public boolean isSizeOfData(int number, int unit) {
        boolean joined = unit == number + 2 && state.isSymbolAt(number + 1, '-');
        return (unit == number + 1 || joined)
                && bytes(number, unit) > 0
                && !isOfMemory(unit)
                && !isNamedMemory(number, unit)
                && !state.has(Measure.TOKEN)
                && !state.unitFinder.countsExamples()
                && !isExtreme(number)
                && (isOfText(number, unit)
                        ? state.terse
                                || (namesSubject() && (state.asks() || isOneSentence()))
                                || (state.asks() && state.speaksOfTuning())
                        : state.terse && !state.hasTyped(unit, Trait.GIGABYTE));
    }

    /** True if it names a model, or a seller in the place of one: {@code 1.8 GB of PDF text on mistral}. */
    private boolean namesSubject() {
        return !state.mentions.isEmpty() || state.has(Category.PROVIDERS) || state.has(Category.FAMILIES);
    }

    /** {@code our file is 20 MB, gpt-4.1-nano}, but not a post about a run. */
    private boolean isOneSentence() {
        return !state.has(Cue.REPORT) && state.sentence(0).end() >= state.size() - 1;
    }

    /** {@code a 24 GB card}, {@code is 24 GB enough}, {@code 80 GB of memory}: what a GPU holds. */
    private boolean isOfMemory(int unit) {
        int of = state.isAt(unit + 1, Cue.OF) ? unit + 2 : unit + 1;
        return state.isAt(of, Category.GPUS)
                || state.hasTyped(of, Trait.GPU)
                || state.hasTyped(of, Trait.GPU_MEMORY)
                || state.hasTyped(of, Trait.AFFORDS)
                || state.hasTyped(of, Trait.FITS_MEMORY);
    }

    /** {@code VRAM 40310MB}, {@code memory: 23 GB}. */
    private boolean isNamedMemory(int number, int unit) {
        int name = state.isAssignmentAt(number - 1) || state.isAt(number - 1, Cue.IS) ? number - 2 : number - 1;
        return !state.isAt(unit + 1, Cue.OF) && !state.isNumberAt(name) && state.hasTyped(name, Trait.GPU_MEMORY);
    }

    /** {@code a CSV of 20 MB}, {@code 1.5 GB of logs}, {@code 2 GB of emails}, {@code all our messages, about 2 GB}. */
    private boolean isOfText(int number, int unit) {
        boolean text = IntStream.rangeClosed(number - REACH, unit + REACH)
                .anyMatch(i -> state.hasTyped(i, Trait.TEXT_DATA)
                        || state.hasTyped(i, Trait.TRAINING_DATA)
                        || state.hasTyped(i, Trait.DATA));
        int first = Math.max(state.sentence(number).first(), number - REACH_OF_ITEMS);
        boolean items = IntStream.range(first, number).anyMatch(i -> state.isItemAt(i) && !state.isNumberAt(i - 1));
        boolean behind = state.isAt(unit + 1, Cue.OF)
                && IntStream.rangeClosed(unit + 2, unit + 1 + REACH).anyMatch(state::isItemAt);
        return text || items || behind;
    }

    /** Replaces the size of a text by the fewest and the most tokens that it may have. */
    public void bytesToTokens(int number, int unit) {
        Token token = state.token(number);
        Numeral said = token.numeral();
        Interpretation.Unused text = new Interpretation.Unused("", state.span(number, unit), bytes(number, unit));
        token.numeral = new Numeral(
                BigDecimal.valueOf(text.fewestTokens()).round(ROUGHLY),
                BigDecimal.valueOf(text.mostTokens()).round(ROUGHLY),
                said.scaled(),
                ' ',
                true,
                List.of());
    }

    /** Replaces a number of words by the number of their tokens. */
    public void wordsToTokens(int number) {
        convert(number, TextLengths::tokensOfWords);
    }

    /** Replaces a number of words or characters by the number of their tokens. */
    public void toTokens(int number, int unit) {
        if (isCharacter(unit)) {
            convert(number, TextLengths::tokensOfCharacters);
        } else {
            convert(number, TextLengths::tokensOfWords);
        }
    }

    /** Replaces a number of pages by the number of their tokens. */
    public void pagesToTokens(int number) {
        convert(number, pages -> tokensOfWords(pages.multiply(WORDS_OF_A_PAGE)));
    }

    private void convert(int number, UnaryOperator<BigDecimal> tokens) {
        Token token = state.token(number);
        Numeral said = token.numeral();
        BigDecimal high = said.high();
        token.numeral = new Numeral(
                tokens.apply(said.value()),
                high == null ? null : tokens.apply(high),
                said.scaled(),
                ' ',
                true,
                said.readings().stream().map(tokens).toList());
    }

    /** Returns the number of tokens of so many characters. */
    public static BigDecimal tokensOfCharacters(BigDecimal characters) {
        return characters.divide(CHARACTERS_OF_A_TOKEN, 0, RoundingMode.HALF_UP);
    }

    /** Returns the number of tokens of so many English words. */
    public static BigDecimal tokensOfWords(BigDecimal words) {
        return words.multiply(TOKENS_OF_THREE_WORDS).divide(THREE, 0, RoundingMode.HALF_UP);
    }
}
