package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The suffix of a model's name after its first word: version, size, tiers, a dated snapshot. */
final class ModelNameSuffix {
    /** The maximum number of tokens in a suffix, including hyphens; real names have some ten. */
    private static final int LONGEST_TAIL = 24;

    /** The tokens from the version of {@code (2.5, not 2.0)} to the bracket. */
    private static final int REACH_OF_ASIDE = 4;

    private static final Pattern MILLIONS = Pattern.compile("[0-9]{2,3}[mM]");

    private static final int DECIMALS_OF_MILLIONS = 3;

    private static final Pattern SPLIT_SIZE = Pattern.compile("[0-9]{1,3}b[0-9]");

    private final ParseState state;
    private final int start;
    private final boolean afterFamily;
    private int last;
    private int lastTier;
    private int lastOwn;
    private String version = "";
    private boolean aside;
    private @Nullable String size;
    private @Nullable BigDecimal billionParameters;
    private String tiers = "";

    private ModelNameSuffix(ParseState state, int at, boolean afterFamily) {
        this.state = state;
        this.afterFamily = afterFamily;
        start = at;
        last = at;
        lastTier = at;
        lastOwn = at;
    }

    /** Returns the suffix of a tuned model's id ({@code ft:gpt-4o:org::id}): everything up to the next space. */
    static ModelNameSuffix ofTuned(ParseState state, int at) {
        ModelNameSuffix tail = new ModelNameSuffix(state, at, false);
        while (tail.last + 1 < state.size() && tail.last - at < LONGEST_TAIL && !state.token(tail.last + 1).spaced) {
            tail.last++;
        }
        return tail;
    }

    static ModelNameSuffix after(ParseState state, int at, boolean family) {
        ModelNameSuffix tail = new ModelNameSuffix(state, at, family);
        while (tail.takeNext()) {
            // Each step takes one more piece.
        }
        tail.takeAside();
        return tail;
    }

    /** Returns the tier in an aside right behind a version, or a suffix without one. */
    static ModelNameSuffix aside(ParseState state, int version) {
        ModelNameSuffix tail = new ModelNameSuffix(state, version, false);
        if (state.isSymbolAt(version + 1, '(')) {
            tail.takeTierAside(version + 1);
        }
        return tail;
    }

    /** {@code qwen 72b (the 2.5 one)}, {@code gemini flash (2.5, not 2.0)}, {@code claude haiku, the 3,}: the version in an aside. */
    private void takeAside() {
        int open = last + 1;
        boolean bracket = state.isSymbolAt(open, '(');
        if (!bracket && !(state.isSymbolAt(open, ',') && !tiers.isEmpty() && size == null)) {
            return;
        }
        if (bracket && (takeTierAside(open) || takeSizeAside(open))) {
            return;
        }
        boolean bare = afterFamily && last == start && !ParseState.isTier(state.token(start));
        if (!version.isEmpty() || bare) {
            return;
        }
        boolean led = state.hasTyped(open + 1, Trait.DEFINITE_ARTICLE);
        int number = led ? open + 2 : open + 1;
        if (!state.isNumberAt(number) || !isVersion(number, led && !bracket)) {
            return;
        }
        boolean one = state.isOneAt(number + 1) || state.hasTyped(number + 1, Trait.ONE_OF_THEM);
        boolean denies = state.isSymbolAt(number + 1, ',') && state.isAt(number + 2, Cue.NOT);
        int close = one ? number + 2 : denies ? number + REACH_OF_ASIDE : number + 1;
        if (bracket ? state.isSymbolAt(close, ')') : state.isBreakAt(close) && led) {
            version = state.typed(number, number);
            aside = true;
            last = bracket ? close : close - 1;
        }
    }

    /** {@code Qwen3 (14B)}. */
    private boolean takeSizeAside(int open) {
        boolean alone = afterFamily && size == null && tiers.isEmpty() && state.isSymbolAt(open + 2, ')');
        boolean plain = !version.isEmpty() || last == start;
        if (!alone
                || !plain
                || !state.isSize(open + 1)
                || state.token(open + 1).numeral().approximate()) {
            return false;
        }
        takeSize(open + 1);
        aside = true;
        last = open + 2;
        return true;
    }

    /** {@code 2.5}; behind a comma and an article, {@code the 3}, a whole number is one, too. */
    private boolean isVersion(int number, boolean whole) {
        BigDecimal value = state.token(number).numeral().value();
        return (value.scale() == 1 || (whole && value.scale() <= 0)) && value.compareTo(BigDecimal.TEN) < 0;
    }

    /** {@code 4.1 (mini)}, {@code 4.1 (the mini)}: the tier in an aside behind a version. */
    private boolean takeTierAside(int open) {
        int tier = state.hasTyped(open + 1, Trait.DEFINITE_ARTICLE) ? open + 2 : open + 1;
        Token piece = state.at(tier);
        int close = state.hasTyped(tier + 1, Trait.ONE_OF_THEM) ? tier + 2 : tier + 1;
        boolean alone = tiers.isEmpty() && state.isSymbolAt(close, ')');
        if (alone && piece != null && ParseState.isTier(piece) && takeTier(piece, tier, true)) {
            last = close;
            return true;
        }
        return false;
    }

    /** True if the version stands in an aside behind the name. */
    boolean hasAside() {
        return aside;
    }

    int last() {
        return last;
    }

    int lastTier() {
        return lastTier;
    }

    /** Returns the index of the last piece that tells models apart: the {@code 7b} of {@code qwen2.5-7b-instruct}. */
    int lastOwn() {
        return lastOwn;
    }

    String version() {
        return version;
    }

    @Nullable String size() {
        return size;
    }

    @Nullable BigDecimal billionParameters() {
        return billionParameters;
    }

    String tiers() {
        return tiers;
    }

    /** True if nothing in it changes the model. */
    boolean isPlain() {
        return tiers.isEmpty();
    }

    private boolean takeNext() {
        int next = last + 1;
        if (next >= state.size() || next - start > LONGEST_TAIL) {
            return false;
        }
        boolean joint = isJoint(next);
        int at = joint ? next + 1 : next;
        if (at >= state.size()) {
            return false;
        }
        Token piece = state.token(at);
        boolean glued = !piece.spaced;
        if (!take(piece, at, glued, joint)) {
            return false;
        }
        last = at;
        lastOwn = piece.is(Category.NEUTRAL_TIERS) ? lastOwn : at;
        return true;
    }

    private boolean isJoint(int at) {
        Token token = state.token(at);
        boolean mark = token.isSymbol('-') || token.isSymbol(':') || token.isSymbol('_');
        return mark && !token.spaced && at + 1 < state.size() && !state.token(at + 1).spaced;
    }

    private boolean take(Token piece, int at, boolean glued, boolean joint) {
        if (piece.kind == Token.Kind.CODE && isSplitSize(at)) {
            return takeSplitSize(at);
        }
        if (isMillions(piece, at) && (glued ? joint : isApart(at))) {
            return takeMillions(at);
        }
        if (piece.isNumber()) {
            return state.isSize(at) ? takeSize(at) : takeNumber(piece, at, joint);
        }
        if (piece.is(Category.NEUTRAL_TIERS)) {
            return glued || piece.is(Trait.STANDS_APART);
        }
        if (ParseState.isTier(piece)) {
            return takeTier(piece, at, glued);
        }
        // "-chat", "-it": everyday words that are part of a name only after a hyphen.
        boolean everyday = piece.is(Category.FUNCTIONS) || piece.is(Measure.ITEM);
        boolean unknown = piece.kind == Token.Kind.WORD && !state.isEnglish(piece);
        if (glued && joint && (unknown || state.hasTyped(at, Trait.ENDS_NAME_OF_MODEL))) {
            return takeTier(piece, at, true);
        }
        // "llama3.1:4b": digits without a space are part of the name, too.
        if (piece.kind == Token.Kind.CODE && glued && !joint && afterFamily && at == start + 1) {
            return takeTier(piece, at, true);
        }
        return glued && joint && (piece.kind == Token.Kind.CODE || everyday);
    }

    private boolean takeSize(int at) {
        if (!afterFamily || size != null) {
            return false;
        }
        size = state.typed(at, at);
        billionParameters = state.token(at).numeral().value();
        return true;
    }

    /** {@code 7b1}: seven billion and a hundred million parameters. */
    private boolean isSplitSize(int at) {
        return afterFamily
                && size == null
                && SPLIT_SIZE.matcher(state.typed(at, at)).matches();
    }

    private boolean takeSplitSize(int at) {
        size = state.typed(at, at);
        billionParameters = new BigDecimal(size.replace('b', '.'));
        return true;
    }

    /** The {@code 410m} of {@code pythia-410m}: a size below a billion. */
    private boolean isMillions(Token piece, int at) {
        return afterFamily
                && size == null
                && piece.isNumber()
                && MILLIONS.matcher(state.typed(at, at)).matches();
    }

    /** The {@code 600M} of {@code nllb 600M}: apart from the name only of a family that no price book has, and if it counts nothing. */
    private boolean isApart(int at) {
        Lexeme name = state.token(start).lexeme;
        return tiers.isEmpty()
                && at == last + 1
                && !state.isUnitAt(at + 1)
                && state.unitFinder.right(at) < 0
                && name != null
                && name.code() instanceof Family family
                && family.open()
                && family.standard() == null
                && family.sizes().isEmpty()
                && family.candidates().isEmpty();
    }

    private boolean takeMillions(int at) {
        size = state.typed(at, at);
        billionParameters = new BigDecimal(size.substring(0, size.length() - 1)).movePointLeft(DECIMALS_OF_MILLIONS);
        return true;
    }

    /** {@code 3 epochs}, {@code 4.5 training hours}. */
    private boolean isCounted(int number) {
        boolean ofTraining = state.isAt(number + 1, Cue.TRAINING) && state.isUnitAt(number + 2);
        return ofTraining || state.isUnitAt(number + 1);
    }

    private boolean takeNumber(Token piece, int at, boolean joint) {
        if ((!joint && isCounted(at)) || piece.numeral().isRange()) {
            return false;
        }
        boolean plain = piece.numeral().scaled() == 0 && piece.numeral().suffix() == ' ';
        if (!afterFamily || !version.isEmpty()) {
            return plain && joint;
        }
        boolean versionLike = plain
                && piece.numeral().value().compareTo(BigDecimal.TEN) < 0
                && piece.numeral().value().signum() > 0;
        // "claude sonnet 4.5": behind a tier only a version with a point is no count.
        boolean follows =
                size == null && (tiers.isEmpty() || piece.numeral().value().scale() > 0);
        if (versionLike && follows) {
            version = state.typed(at, at);
            return true;
        }
        return plain && joint;
    }

    private boolean takeTier(Token piece, int at, boolean glued) {
        boolean everyday = piece.lexeme != null && piece.lexeme.weak();
        boolean directly = at == last + 1 && size == null && (version.isEmpty() || piece.is(Category.FAMILIES));
        if (everyday && !glued && !(afterFamily && directly)) {
            return false;
        }
        tiers += state.text.folded(piece.start, piece.end);
        lastTier = at;
        return true;
    }
}
