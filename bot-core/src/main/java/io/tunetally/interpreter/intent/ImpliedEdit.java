package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.talk.Asides;
import io.tunetally.interpreter.talk.ChoiceProof;
import io.tunetally.interpreter.talk.Proof;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Reads a number that changes the only remembered value that it is near to, whatever the words around it: {@code the count was
 * revised to 2,730} about 2,500 examples. It is told as a doubt.
 */
public final class ImpliedEdit {
    /** A number that changes another is hardly more than this many times as much, or as little. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(4);

    private static final Set<SlotName<?>> CHOICES = Set.of(
            SlotName.PROVIDER,
            SlotName.PROVIDERS,
            SlotName.WITHOUT_PROVIDERS,
            SlotName.METHOD,
            SlotName.DEPLOYMENT,
            SlotName.GPU,
            SlotName.BATCH,
            SlotName.MONTHS,
            SlotName.RETRAIN_EVERY_DAYS);

    private final ParseState state;
    private final Slots remembered;

    ImpliedEdit(ParseState state, Slots remembered) {
        this.state = state;
        this.remembered = remembered;
    }

    /** True if a message to the bot in a conversation has a number that may change its request. */
    public static boolean mayBeIn(ParseState state) {
        boolean number = state.any(token -> token.isNumber()
                && !token.numeral().isInBillions()
                && !state.remembersNumber(token.numeral().value()));
        return !state.remembered.isEmpty()
                && ((number && Asides.saysChange(state)) || DerivedEdits.areIn(state))
                && !state.has(Cue.THANKS)
                && !state.has(Cue.REPORT)
                && !state.hasTypedAnywhere(Trait.OTHER_PARTY)
                && !Proof.lacks(state)
                && !Proof.lacksForValues(state)
                && !ChoiceProof.lacks(state)
                && !isForColleague(state);
    }

    /** {@code can you send me the sheet with the 500 names}, {@code Anna, did the 300 scans ever arrive?}: said to a colleague. */
    static boolean isForColleague(ParseState state) {
        boolean ofOurs = !state.mentions.isEmpty()
                || state.has(Category.INTENTS)
                || state.has(Category.TUNING)
                || state.has(Cue.SAME)
                || state.has(Measure.EPOCH)
                || state.has(Measure.TOKEN)
                || state.has(Measure.REQUEST);
        if (ofOurs) {
            return false;
        }
        boolean fetches = false;
        for (int i = 1; i < state.size() && !fetches; i++) {
            boolean asked = state.isAt(i - 1, Cue.PERSON) || state.isAt(i - 1, Cue.QUESTION);
            fetches = asked && state.isAt(i - 2, Cue.QUESTION) && state.hasTyped(i, Trait.FETCHES);
        }
        // "@lena could you send me the list": the courtesy stands for the person.
        fetches |= state.isSymbolAt(0, '@') && state.any(token -> token.is(Trait.DEMAND));
        // "@halvard do you still have the key for room 212?"
        fetches |= state.isSymbolAt(0, '@')
                && state.at(1) != null
                && state.token(1).kind == Token.Kind.WORD
                && !state.token(1).spaced
                && !state.has(Cue.INSTEAD)
                && !state.has(Cue.CORRECTION)
                && !state.has(Cue.WHAT_ABOUT)
                && state.slots.build().names().stream().noneMatch(ImpliedEdit::isChoice);
        // "Who left 40 jars in the meeting room?"
        fetches |= state.hasTyped(0, Trait.ASKS_PERSON) && state.hasQuestionMark();
        Token name = state.at(0);
        boolean called = name != null
                && name.kind == Token.Kind.WORD
                && state.isSymbolAt(1, ',')
                && state.hasQuestionMark()
                && (state.hasTyped(2, Trait.ASKS_PAST) || state.isAt(2, Cue.QUESTION));
        return fetches || called;
    }

    /** True of a seller, a method, a deployment and the like: a message with one of them is about the job. */
    private static boolean isChoice(SlotName<?> name) {
        return CHOICES.contains(name);
    }

    /** Replaces the value, if the message may change the request without saying so. */
    void read() {
        if (!state.isImpliedEdit()) {
            return;
        }
        // "55 is one branch, all together are 210": the 55 was said before.
        int open = OnlyNumber.of(
                state,
                token -> mayCount(token)
                        && !state.remembersNumber(token.numeral().value()));
        // "He charges 95 an hour" tells a price of work, and no traffic.
        if (open < 0 || state.isRateAt(open + 1) || (state.candidates.isSettled(open) && state.isRateAt(open + 2))) {
            return;
        }
        for (Numeral reading : readings(Amounts.counted(state.token(open).numeral()))) {
            List<SlotName<?>> near = OpenNumbers.remembered(
                    remembered,
                    (name, before) -> !state.slots.has(name)
                            && isChangeable(name, reading.value())
                            && isNear(before, reading.value()));
            if (near.size() == 1 && !isSaidOf(near.getFirst(), open)) {
                return;
            }
            if (near.size() == 1) {
                SlotFiller.settle(state, near.getFirst(), reading, Origin.SAID, open);
                state.token(open).use = Token.Use.SLOT;
                state.add(new Interpretation.Doubt(
                        state.typed(open, open), state.span(open, open), near.getFirst(), null));
                return;
            }
        }
    }

    /** Of {@code 2.650} in a conversation about 2,400 examples only one reading is near. */
    private static List<Numeral> readings(Numeral numeral) {
        return numeral.isAmbiguous()
                ? numeral.readings().stream().map(Numeral::of).toList()
                : List.of(numeral);
    }

    /** True of an unused number, even if the readers took it for one of something else, unless it is small or a year. */
    private static boolean mayCount(Token token) {
        return token.use == Token.Use.NOTHING
                || (token.use == Token.Use.KNOWN_NON_SLOT
                        && !token.isYear()
                        && token.numeral().value().compareTo(OnlyNumber.FEWEST_EXAMPLES) >= 0);
    }

    /** Small numbers count days and people as often as epochs or months. */
    private static boolean isChangeable(SlotName<?> name, BigDecimal value) {
        return OpenNumbers.isReplaceable(name) || value.compareTo(OnlyNumber.FEWEST_EXAMPLES) >= 0;
    }

    /**
     * True unless words are missing that say what changes: a length only where its clause speaks of one, {@code they're more like 620
     * each}, but not {@code 480 comments of people}; epochs and months are said with their word.
     */
    private boolean isSaidOf(SlotName<?> name, int number) {
        if (name == SlotName.EPOCHS || name == SlotName.MONTHS) {
            return false;
        }
        boolean things = state.isPluralAt(number + 1) && !state.isAt(number + 1, Cue.EACH);
        return !name.is(SlotTrait.LENGTH) || (!things && namesLength(number));
    }

    private boolean namesLength(int number) {
        for (int i = state.clause(number).first(); i < state.clause(number).end(); i++) {
            boolean length = state.isAt(i, Cue.EACH)
                    || state.isAt(i, Cue.LONG)
                    || state.isAt(i, Cue.AVERAGE)
                    || state.isAt(i, Measure.TOKEN)
                    || state.hasTyped(i, Trait.LENGTH)
                    || state.hasTyped(i, Trait.APPROXIMATES)
                    || (state.hasTyped(i, Trait.GROWS) && i < number);
            if (length && i != number) {
                return true;
            }
        }
        return state.isAt(number - 1, Cue.ABOUT);
    }

    static boolean isNear(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) != 0 && a.compareTo(b.multiply(NEAR)) <= 0 && b.compareTo(a.multiply(NEAR)) <= 0;
    }

    /** True of two numbers of a magnitude: both small, or near to each other. */
    static boolean isAlike(BigDecimal a, BigDecimal b) {
        int digitsA = a.precision() - a.scale();
        int digitsB = b.precision() - b.scale();
        boolean smallA = digitsA <= 2;
        boolean smallB = digitsB <= 2;
        return (smallA == smallB || isNear(a, b)) && Math.abs(digitsA - digitsB) <= 2;
    }
}
