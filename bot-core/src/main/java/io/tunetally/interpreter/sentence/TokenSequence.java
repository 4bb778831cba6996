package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.EnglishWords;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.token.TooComplexException;
import io.tunetally.text.FoldedText;
import io.tunetally.text.TextSpan;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a message and what is at a position in it. Every look-up is counted, so that reading ends in linear time.
 * A part of its {@link ParseState}.
 */
public abstract class TokenSequence extends TokenFeatures {
    /**
     * The limit of token look-ups per message before it is given up. A command needs some 40 per token; no repeated
     * phrase needs more than 452 (SlowShapesTest), fuzzed ones of many numbers up to twice as many, and no message has more than {@link Lexer#MAXIMUM_TOKENS}.
     */
    public static final int MOST_WORK = 1_000 * Lexer.MAXIMUM_TOKENS;

    /** The most pieces of a path before a name in it. */
    private static final int LONGEST_PATH = 12;

    /** {@code logs}, {@code bids}. */
    private static final int SHORTEST_PLURAL = 4;

    public final CompiledLexicon compiledLexicon;
    public final FoldedText text;
    final Token[] tokens;
    private final int mostWork;
    /** By token index; filled on demand. */
    private final Trait.Bits[] typed;

    private Trait.@Nullable Bits typedAnywhere;
    private int work;

    TokenSequence(CompiledLexicon compiledLexicon, FoldedText text, Token[] tokens, int mostWork) {
        this.compiledLexicon = compiledLexicon;
        this.text = text;
        this.tokens = tokens;
        this.mostWork = mostWork;
        typed = new Trait.Bits[tokens.length];
        for (Token token : tokens) {
            note(token);
        }
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
        return isWithin(index) ? tokens[index] : null;
    }

    private boolean isWithin(int index) {
        return index >= 0 && index < tokens.length;
    }

    public boolean isAt(int index, Cue cue) {
        count(1);
        return has(cue) && isWithin(index) && tokens[index].is(cue);
    }

    public boolean isAt(int index, Category category) {
        count(1);
        return has(category) && isWithin(index) && tokens[index].is(category);
    }

    public boolean isAt(int index, Measure measure) {
        count(1);
        return has(measure) && isWithin(index) && tokens[index].is(measure);
    }

    public boolean isAt(int index, Trait trait) {
        count(1);
        return has(trait) && isWithin(index) && tokens[index].is(trait);
    }

    /** True if a sign or a letter of multiplication is here. */
    public boolean isTimesSign(int index) {
        Token token = at(index);
        return token != null
                && (token.isSymbol('x')
                        || token.isSymbol('*')
                        || (token.kind == Token.Kind.WORD && hasTyped(index, Trait.TIMES_SIGN)));
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

    /** True if a unit stands behind a number: {@code 4 hours}, {@code 4 training hours}. */
    public boolean isUnitBehind(int number) {
        return isUnitAt(number + 1) || (isAt(number + 1, Cue.TRAINING) && isUnitAt(number + 2));
    }

    /** True if a per cent sign or its word is here. */
    public boolean isPercentAt(int index) {
        return isSymbolAt(index, '%') || isAt(index, Measure.PERCENT);
    }

    /** True if a run of words ends here: at a mark, a line break or the end of the message. */
    public boolean isBreakAt(int index) {
        Token token = at(index);
        return token == null
                || token.kind == Token.Kind.BREAK
                || (token.kind == Token.Kind.SYMBOL && ",;.!?".indexOf(token.symbol) >= 0);
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

    /** True if a number is a sum of money: {@code $20}, {@code 20 dollars}, {@code EUR 20}. */
    public boolean isMoneyAt(int number) {
        return isSymbolAt(number - 1, '$')
                || isSymbolAt(number + 1, '$')
                || isAt(number - 1, Category.CURRENCIES)
                || isAt(number + 1, Category.CURRENCIES)
                || isAt(number + 1, Measure.DOLLAR);
    }

    /** True within the name of a folder: {@code --output_dir ./alpaca-lora-out}. */
    public boolean isInFolder(int index) {
        int first = index;
        while (first > 0 && index - first < LONGEST_PATH && !token(first).spaced) {
            first--;
        }
        return first < index && isSymbolAt(first, '.') && isSlash(first + 1) && first + 1 < index;
    }

    /** True if a word here joins alternatives. */
    public boolean isJoin(int index) {
        Token token = at(index);
        return token != null
                && (token.is(Cue.OR)
                        || token.is(Cue.AND)
                        || token.is(Cue.VERSUS)
                        || (token.isSymbol('|') && !token.spaced)
                        || isSlash(index));
    }

    /** True if a rate follows what is counted: {@code 300 new ones a day}, {@code 200 words daily}. */
    public boolean isRateAt(int index) {
        Measure time = measureAt(index + 1);
        boolean per = isAt(index, Cue.PER) || isAt(index, Cue.ARTICLE) || isSlash(index);
        return isAt(index, Category.PERIODS) || (per && time != null && time.isTime());
    }

    /** True if a sign that gives a name its value is here: {@code gpu=a100}, {@code epochs: 3}. */
    public boolean isAssignmentAt(int index) {
        Token token = at(index);
        return token != null && (token.isSymbol('=') || token.isSymbol(':'));
    }

    /** True of {@code of them}. */
    public boolean isOfThemAt(int index) {
        return isAt(index, Cue.OF) && isAt(index + 1, Cue.THEM);
    }

    /** True if a unit of data is here: {@code examples}, {@code emails}. */
    public boolean isItemAt(int index) {
        return isAt(index, Measure.EXAMPLE) || isAt(index, Measure.ITEM);
    }

    /** True if the word for one is here. */
    public boolean isOneAt(int index) {
        Token token = at(index);
        return token != null
                && token.is(Category.NUMBERS)
                && token.lexeme != null
                && token.lexeme.value().equals("1");
    }

    /** True if a word in the plural is here, however short: {@code logs}, {@code bids}. */
    public boolean isPluralAt(int index) {
        Token token = at(index);
        return token != null && EnglishWords.isPlural(text.text(), token.start, token.end, SHORTEST_PLURAL);
    }

    /** True if a word outside the lexicon is here that ends as English participles do: {@code failing}. */
    public boolean isParticipleAt(int index) {
        return isUnknownWordAt(index) && EnglishWords.isParticiple(typed(index, index));
    }

    /** True if a word outside the lexicon is here that ends as an English past does: {@code patched}. */
    public boolean isPastAt(int index) {
        return isUnknownWordAt(index) && EnglishWords.isPast(typed(index, index));
    }

    private boolean isUnknownWordAt(int index) {
        Token token = at(index);
        return token != null && token.kind == Token.Kind.WORD;
    }

    /** True if a GPU is named here, by a word or a number. */
    public boolean isGpuAt(int index) {
        return isAt(index, Category.GPUS) || isGpuNumber(index);
    }

    /** True if a number here names a GPU: {@code 4090}. */
    public boolean isGpuNumber(int index) {
        Token token = at(index);
        return token != null && token.isNumber() && compiledLexicon.isGpuNumber(typed(index, index));
    }

    /** True of the {@code 4090} of {@code one of them 4090 cards}: the noun behind the number says that it is a name. */
    public boolean isGpuOfCards(int index) {
        boolean led = isAt(index - 1, Cue.THEM)
                || isAt(index - 1, Cue.ARTICLE)
                || isAt(index - 1, Cue.PERSON)
                || isTimesSign(index - 1)
                || hasTyped(index - 1, Trait.DEFINITE_ARTICLE)
                || isGpuCount(index - 1);
        return led && isGpuNumber(index) && hasTyped(index + 1, Trait.GPU);
    }

    /** True if a number here may count GPUs: the {@code 5.5k} of {@code 5.5k b200} counts examples. */
    public boolean isGpuCount(int index) {
        return isCountAt(index)
                && tokens[index].numeral().scaled() == 0
                && tokens[index].numeral().suffix() == ' ';
    }

    /** Returns the index of the four of {@code A100s (4)}, {@code L40S cards (x4)}, {@code H100s (4 of them)}, {@code H100 node (8 cards)}, or -1. */
    public int bracketedCountOf(int gpu) {
        int open = isAt(gpu + 1, Cue.IS) && !token(gpu + 1).spaced ? gpu + 2 : gpu + 1;
        open = hasTyped(open, Trait.GPU) || hasTyped(open, Trait.GPU_MACHINE) ? open + 1 : open;
        boolean led = isTimesSign(open + 1) || hasTyped(open + 1, Trait.NARROWS);
        int number = led ? open + 2 : open + 1;
        int close = isTimesSign(number + 1) || hasTyped(number + 1, Trait.GPU)
                ? number + 2
                : isOfThemAt(number + 1) ? number + 3 : number + 1;
        return isSymbolAt(open, '(') && isGpuCount(number) && isSymbolAt(close, ')') ? number : -1;
    }

    /** True if a number here is the size of a model: {@code 8b}, but not {@code 1b tokens}. */
    public boolean isSize(int index) {
        Token token = at(index);
        if (token == null
                || !token.isNumber()
                || !token.numeral().isInBillions()
                || token.numeral().isRange()) {
            return false;
        }
        // Of "Qwen2.5-14B contracts" the hyphen tells that the number is of the name.
        boolean joined = isSymbolAt(index - 1, '-') && !token.spaced && !token(index - 1).spaced;
        Measure unit = measureAt(index + 1);
        return joined
                || !(unit == Measure.TOKEN
                        || unit == Measure.EXAMPLE
                        || unit == Measure.ITEM
                        || unit == Measure.REQUEST);
    }

    @Nullable public Measure measureAt(int index) {
        Token token = at(index);
        return token == null ? null : token.measure();
    }

    /** Returns the unit of time here: {@code days}; null for other words. */
    @Nullable public TimeUnit timeAt(int index) {
        Measure measure = measureAt(index);
        return measure == null ? null : measure.time();
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

    /** Marks a token as none of ours. */
    public void ignore(int index) {
        tokens[index].use = Token.Use.KNOWN_NON_SLOT;
    }

    /** Marks a number and its unit as none of ours. */
    public void ignore(int number, int unit) {
        ignore(number);
        ignore(unit);
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

    /** Returns the span of names, each of one token, in the order of the message. */
    public TextSpan spanOfList(List<Integer> names) {
        return spanOfList(names.getFirst(), names.getFirst(), names.getLast());
    }

    /** Returns the index of the token at a position of the text, or of the first behind it; the size if none is. */
    public int tokenAt(int position) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (token(middle).end <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** True if the typed word at an index has a trait, whether or not it is in the lexicon. */
    public boolean hasTyped(int index, Trait trait) {
        count(1);
        return typedTraits().contains(trait) && isWithin(index) && typed[index].contains(trait);
    }

    /** Returns the traits of the word at an index as it was typed. */
    public Trait.Bits typedAt(int index) {
        count(1);
        typedTraits();
        return typed[index];
    }

    /** The same for any word of the message. */
    public boolean hasTypedAnywhere(Trait trait) {
        count(1);
        return typedTraits().contains(trait);
    }

    /** Returns the traits of all typed words. Most words have none of the traits that readers ask for. */
    private Trait.Bits typedTraits() {
        Trait.Bits known = typedAnywhere;
        return known == null ? findTyped() : known;
    }

    private Trait.Bits findTyped() {
        Trait.Bits anywhere = Trait.Bits.of(Set.of());
        for (int i = 0; i < tokens.length; i++) {
            typed[i] = compiledLexicon.traits(text.text(), tokens[i].start, tokens[i].end);
            anywhere.addAll(typed[i]);
        }
        typedAnywhere = anywhere;
        return anywhere;
    }

    /** True if an apostrophe follows: {@code alpaca's}. */
    public boolean isPossessive(int index) {
        int end = text.originalEnd(tokens[index].end);
        return end < text.original().length() && "'’".indexOf(text.original().charAt(end)) >= 0;
    }

    /** Returns the folded text from one token to another. */
    public String typed(int first, int last) {
        return text.folded(tokens[first].start, tokens[last].end);
    }
}
