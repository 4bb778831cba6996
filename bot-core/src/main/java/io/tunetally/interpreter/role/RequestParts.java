package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of which a request consists: {@code 1500 tokens of prompt plus 300 tokens of user text}. What every request
 * repeats is the prompt, what the user sends is the input; parts of the same kind add up.
 */
public final class RequestParts {
    /** The most words between a number and the noun of its part, on either side. */
    private static final int REACH = 5;

    private static final List<SlotName<Long>> SIDES = List.of(SlotName.PROMPT_TOKENS, SlotName.INPUT_TOKENS);

    private final ParseState state;

    private RequestParts(ParseState state) {
        this.state = state;
    }

    /** Claims the numbers before others take them for lengths of examples or for a prompt after tuning. */
    public static void read(ParseState state) {
        boolean traffic = state.has(Measure.REQUEST)
                || state.has(Category.RATES)
                || state.has(Category.PERIODS)
                || state.has(Measure.DAY)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY);
        boolean prompt = state.has(Cue.PROMPT) || state.hasTypedAnywhere(Trait.PROMPT_PART);
        if (traffic && prompt && state.has(Measure.TOKEN) && state.hasTypedAnywhere(Trait.INPUT_PART)) {
            new RequestParts(state).read();
        }
    }

    private record Part(int number, SlotName<Long> side, int last) {}

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            List<Part> chain = chainFrom(i);
            boolean both = SIDES.stream().allMatch(side -> chain.stream().anyMatch(part -> part.side() == side));
            if (both && chain.stream().anyMatch(part -> state.isAt(part.number() + 1, Measure.TOKEN))) {
                SIDES.forEach(side -> claim(side, chain));
                return;
            }
        }
    }

    private List<Part> chainFrom(int first) {
        List<Part> chain = new ArrayList<>(0);
        Part part = partAt(first);
        while (part != null) {
            chain.add(part);
            part = next(part.last() + 1);
        }
        return chain;
    }

    /** Returns the part behind a joining word: {@code plus}, {@code and}, {@code with each}, a comma. */
    private @Nullable Part next(int join) {
        boolean joins = state.isAt(join, Cue.AND)
                || state.hasTyped(join, Trait.PLUS)
                || state.isSymbolAt(join, '+')
                || state.isSymbolAt(join, ',')
                || state.hasTyped(join, Trait.HAVING);
        boolean listed = state.isSymbolAt(join, ',') && !isJoin(join + 1);
        int from = state.isSymbolAt(join, ',') && isJoin(join + 1) ? join + 2 : join + 1;
        for (int i = from; joins && i <= from + REACH && state.at(i) != null; i++) {
            if (state.isNumberAt(i)) {
                return listed && !state.isAt(i + 1, Measure.TOKEN) ? null : partAt(i);
            }
            if (state.isBreakAt(i)) {
                return null;
            }
        }
        return null;
    }

    private boolean isJoin(int i) {
        return state.isAt(i, Cue.AND) || state.hasTyped(i, Trait.PLUS) || state.isSymbolAt(i, '+');
    }

    /** Returns the part that a number counts the tokens of, or null. */
    private @Nullable Part partAt(int number) {
        if (!state.isCountAt(number)
                || state.token(number).use != Token.Use.NOTHING
                || state.isSize(number)
                || state.isPercentAt(number + 1)) {
            return null;
        }
        int unit = state.isAt(number + 1, Measure.TOKEN) ? number + 1 : number;
        int last = unit;
        SlotName<Long> side = null;
        for (int i = unit + 1; i <= unit + REACH && !ends(i); i++) {
            if (unit == number && isPeriod(i)) {
                return null;
            }
            side = side == null ? sideOf(i) : side;
            last = i;
        }
        return side == null ? before(number, unit) : new Part(number, side, last);
    }

    /** The {@code a day} of {@code 12k messages a day}. */
    private boolean isPeriod(int i) {
        Measure time = state.isAt(i, Cue.ARTICLE) ? state.measureAt(i + 1) : null;
        return state.isAt(i, Category.PERIODS) || (time != null && time.isTime());
    }

    private @Nullable Part before(int number, int unit) {
        SlotName<Long> side = null;
        for (int i = number - 1; i >= Math.max(0, number - REACH) && side == null && !ends(i); i--) {
            side = sideOf(i);
        }
        return side == null ? null : new Part(number, side, unit);
    }

    private boolean ends(int i) {
        return state.at(i) == null
                || state.isNumberAt(i)
                || state.isBreakAt(i)
                || isJoin(i)
                || state.hasTyped(i, Trait.HAVING)
                || state.isAt(i, Cue.PER)
                || state.isAt(i, Cue.OUTPUT)
                || state.isAt(i, Cue.TUNED_PROMPT)
                || state.isAt(i, Trait.AFTER)
                || state.isAt(i, Cue.TO)
                || state.isAt(i, Cue.VERSUS);
    }

    private @Nullable SlotName<Long> sideOf(int i) {
        if (state.hasTyped(i, Trait.INPUT_PART)) {
            return SlotName.INPUT_TOKENS;
        }
        return state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPT_PART) ? SlotName.PROMPT_TOKENS : null;
    }

    private void claim(SlotName<Long> side, List<Part> chain) {
        List<Part> parts = chain.stream().filter(part -> part.side() == side).toList();
        int first = parts.getFirst().number();
        BigDecimal sum = parts.stream().map(part -> value(part.number())).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (parts.size() == 1) {
            state.candidates.add(side, Amounts.counted(state.token(first).numeral()), first);
        } else {
            state.candidates.addDerived(side, Numeral.of(sum), first);
        }
        for (Part part : parts) {
            state.candidates.settle(part.number());
            state.token(part.number()).use = Token.Use.SLOT;
            if (state.isAt(part.number() + 1, Measure.TOKEN)) {
                state.token(part.number() + 1).use = Token.Use.CONNECTIVE;
            }
        }
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
