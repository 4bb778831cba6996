package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The share of a prompt that comes out of a cache; any other percentage has no slot. */
final class CachedShare {
    private static final int REACH = 4;

    /** The most tokens between a share and the model that it is said of. */
    private static final int REACH_OF_MODEL = 8;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final ParseState state;
    /** The index of the next word for caching, per position; allocated when a share is first read. */
    private int @Nullable [] nextCached;

    CachedShare(ParseState state) {
        this.state = state;
    }

    void read(int i, int sign) {
        int first = Math.min(Math.max(0, i - REACH), state.clause(i).first());
        int last = Math.max(
                Math.min(state.size() - 1, sign + REACH), state.clause(sign).end() - 1);
        int cached = cachedWithin(first, last);
        if (cached < 0 && isOfInput(sign + 1)) {
            cached =
                    cachedWithin(state.sentence(i).first(), state.sentence(sign).end() - 1);
        }
        if (cached >= 0
                && !isOfSparedRequests(sign)
                && isOfRequests()
                && !explainsTraffic(state.token(i).numeral().value().movePointLeft(2))) {
            state.claim(SlotName.CACHED_PERCENT, i, i, sign);
            state.token(cached).use = Token.Use.CONNECTIVE;
            if (!state.remembered.isEmpty()) {
                sayBackOneModel(i);
            }
        } else {
            state.ignore(i, sign);
        }
    }

    /** {@code caching on for the untuned one, 90%}: the share is that of all models, which the answer says. */
    private void sayBackOneModel(int share) {
        boolean named = state.hasTypedAnywhere(Trait.UNTUNED_MODEL) || state.hasTypedAnywhere(Trait.TUNED);
        int end = Math.min(state.size(), share + REACH_OF_MODEL);
        for (int i = Math.max(0, share - REACH_OF_MODEL); named && i < end; i++) {
            int thing = state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE) ? i + 2 : i + 1;
            boolean led = state.isAt(i, Cue.FOR) || state.isAt(i, Cue.ON);
            boolean one = state.at(thing) != null
                    && !state.isNumberAt(thing)
                    && (state.hasTyped(thing, Trait.UNTUNED_MODEL) || state.hasTyped(thing, Trait.TUNED));
            if (led && one) {
                int last = state.hasTyped(thing + 1, Trait.ONE_OF_THEM) ? thing + 1 : thing;
                state.add(new Problem.UnknownWord(state.typed(i, last), List.of(), state.span(i, last)));
                return;
            }
        }
    }

    /** {@code 90% of the requests are answered from a cache}: no request of these reaches the model; of a prompt or its tokens it is another cache. */
    private boolean isOfSparedRequests(int sign) {
        Clause clause = state.clause(sign);
        boolean spared = state.sparedRequests(sign) != null;
        for (int i = clause.first(); spared && i < clause.end(); i++) {
            spared = !state.isAt(i, Cue.INPUT) && !state.isAt(i, Cue.PROMPT) && !state.isAt(i, Measure.TOKEN);
        }
        return spared;
    }

    /** {@code 1500/day, the faq cache eats half} of 3,000: the share is why there are fewer requests. */
    private boolean explainsTraffic(BigDecimal share) {
        BigDecimal before = state.remembered.number(SlotName.REQUESTS_PER_DAY);
        if (before == null) {
            return false;
        }
        BigDecimal left = before.subtract(before.multiply(share));
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.isNumber() && token.numeral().value().compareTo(left) == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code the cache serves nearly all: they say 80% of the input}. */
    private boolean isOfInput(int of) {
        int noun = state.hasTyped(of + 1, Trait.DEFINITE_ARTICLE) ? of + 2 : of + 1;
        boolean led = state.isAt(of, Cue.OF) || state.isAt(of, Trait.PART_OF);
        return led && (state.isAt(noun, Cue.INPUT) || state.isAt(noun, Cue.PROMPT));
    }

    /** False of pages that a network caches, where a message is about training alone. */
    private boolean isOfRequests() {
        return state.terse
                || !state.remembered.isEmpty()
                || state.has(Measure.REQUEST)
                || state.has(Measure.DAY)
                || state.has(Measure.MONTH)
                || state.has(Category.RATES)
                || state.has(Category.PERIODS)
                || state.has(Cue.PROMPT)
                || state.has(Cue.INPUT)
                || state.has(Cue.OUT)
                || state.has(Cue.OUTPUT)
                || state.has(Measure.DOLLAR)
                || !state.candidates.money().isEmpty();
    }

    /** {@code --cached 70}, {@code cached=35}, {@code cache hit rate: 0.4}: in a command a share needs no sign behind its name. */
    boolean readNamed(int i) {
        int name = state.isAssignmentAt(i - 1) ? i - 2 : i - 1;
        Numeral share = state.token(i).numeral();
        boolean ratio = share.value().signum() > 0 && share.value().compareTo(BigDecimal.ONE) < 0;
        boolean named = (state.terse || ratio)
                && state.isAt(name, Cue.CACHED)
                && !isCounted(name - 1)
                && !state.isPercentAt(name - 1);
        if (!named || share.isRange() || share.value().compareTo(WHOLE) > 0 || isLengthOfSide(i + 1)) {
            return false;
        }
        boolean part = share.value().compareTo(BigDecimal.ONE) < 0;
        state.candidates.add(
                SlotName.CACHED_PERCENT,
                part ? Numeral.of(share.value().movePointRight(2).stripTrailingZeros()) : share,
                i);
        state.use(name, i, Token.Use.CONNECTIVE);
        state.token(i).use = Token.Use.SLOT;
        state.candidates.settle(i);
        return true;
    }

    /** A number before the name belongs to it unless it was read as another: {@code rpd=15000 cached=70}. */
    private boolean isCounted(int number) {
        return state.isNumberAt(number) && state.token(number).use != Token.Use.SLOT;
    }

    /** The {@code out} of {@code cached 80 out}, but not of {@code cached 80 out 60}. */
    private boolean isLengthOfSide(int side) {
        boolean names = state.isAt(side, Cue.IN)
                || state.isAt(side, Cue.OUT)
                || state.isAt(side, Cue.INPUT)
                || state.isAt(side, Cue.OUTPUT)
                || state.isAt(side, Measure.TOKEN);
        int value = state.isAssignmentAt(side + 1) ? side + 2 : side + 1;
        return names && !state.isNumberAt(value);
    }

    /** {@code half of the input cached}, {@code a third comes from the cache}. */
    void readParts() {
        boolean runs = state.remembered.isEmpty() || state.remembered.has(SlotName.REQUESTS_PER_DAY);
        if (!state.has(Cue.CACHED) || state.candidates.has(SlotName.CACHED_PERCENT) || !runs) {
            return;
        }
        Parts parts = new Parts(state);
        for (int i = 0; i < state.size(); i++) {
            Part part = parts.at(i);
            int cached = part == null || part.isPercent() ? -1 : cachedNear(i, part.last());
            if (part != null && cached >= 0 && !explainsTraffic(part.fraction())) {
                Numeral percent = Numeral.of(part.fraction().movePointRight(2).setScale(0, RoundingMode.HALF_UP));
                state.candidates.withdraw(i);
                state.candidates.addDerived(SlotName.CACHED_PERCENT, percent, i);
                state.use(part.first(), part.last(), Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
        readWhole();
    }

    /** {@code prompt caching vs tuning for a 6,000 token prompt}: without a share all of the prompt is cached. */
    private void readWhole() {
        if (!state.candidates.has(SlotName.PROMPT_TOKENS) || !state.remembered.isEmpty()) {
            return;
        }
        int cached = cachedWithin(0, state.size() - 1);
        if (cached >= 0 && state.hasTyped(cached, Trait.CACHES) && !isDenied(cached)) {
            state.candidates.addDerived(SlotName.CACHED_PERCENT, Numeral.of(WHOLE), cached);
            state.token(cached).use = Token.Use.SLOT;
        }
    }

    private boolean isDenied(int cached) {
        return state.isAt(cached - 1, Cue.NOT) || state.isAt(cached - 2, Cue.NOT) || state.isAt(cached + 1, Cue.NOT);
    }

    /** In a conversation about traffic the part may stand in another clause than the cache. */
    private int cachedNear(int first, int last) {
        return state.remembered.isEmpty()
                ? cachedWithin(state.clause(first).first(), state.clause(last).end() - 1)
                : cachedWithin(
                        state.sentence(first).first(), state.sentence(last).end() - 1);
    }

    /** Returns the first word for caching between two positions, or -1. */
    private int cachedWithin(int first, int last) {
        if (!state.has(Cue.CACHED)) {
            return -1;
        }
        if (nextCached == null) {
            nextCached = new int[state.size()];
            int next = state.size();
            for (int k = state.size() - 1; k >= 0; k--) {
                next = state.isAt(k, Cue.CACHED) ? k : next;
                nextCached[k] = next;
            }
        }
        return nextCached[first] <= last ? nextCached[first] : -1;
    }
}
