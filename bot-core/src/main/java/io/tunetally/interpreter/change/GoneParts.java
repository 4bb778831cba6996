package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads shares and numbers of what is remembered that go away, by what a later clause says of them: {@code a fifth of the daily calls will go to the
 * neighbouring county, please take that off}, {@code that was 60 of the daily questions, recalculate without them}.
 */
final class GoneParts {
    private static final BigDecimal WHOLE_FROM = BigDecimal.valueOf(100);

    private final SaidNumbers said;
    private final ParseState state;
    private final Parts parts;

    GoneParts(SaidNumbers said) {
        this.said = said;
        state = said.state;
        parts = new Parts(state);
    }

    boolean read() {
        if (state.has(Cue.VALIDATION)) {
            return false;
        }
        return (said.isGone() && (readShare() || readNumber())) || (isTakenOff() && readOfThose());
    }

    /** {@code minus the airport desk}, {@code without the Friday list}: what the message begins with goes away. */
    private boolean isTakenOff() {
        return state.hasTyped(0, Trait.MINUS) || state.isAt(0, Cue.DROP);
    }

    /** The 30 of {@code minus the airport desk, that is 30 of the 120}. */
    private boolean readOfThose() {
        for (int number : said.open()) {
            boolean of = state.hasTyped(number + 1, Trait.PART_OF) || state.isAt(number + 1, Cue.OF);
            SlotName<?> slot = of ? slotOf(number + 1) : null;
            if (slot != null) {
                return takeOff(slot, number);
            }
        }
        return false;
    }

    private boolean readShare() {
        for (int i = 0; i < state.size(); i++) {
            Part part = parts.at(i);
            SlotName<?> slot = part == null ? null : slotOf(part.last() + 1);
            BigDecimal before = slot == null ? null : said.value(slot);
            if (part == null || slot == null || before == null || !said.isGoneBehind(part.last())) {
                continue;
            }
            BigDecimal after = before.subtract(part.portion(before));
            boolean whole = slot != SlotName.REQUESTS_PER_DAY || before.compareTo(WHOLE_FROM) >= 0;
            BigDecimal left = whole ? after.setScale(0, RoundingMode.HALF_UP) : after;
            said.state(slot, left, SaidNumbers.text(before) + ", less " + CountArithmetic.share(part), i);
            state.use(part.first() + 1, part.last(), Token.Use.CONNECTIVE);
            return true;
        }
        return false;
    }

    private boolean readNumber() {
        // "My wife says 2 hives swarmed" stands behind it.
        List<Integer> open = said.open().stream().filter(said::isGoneBehind).toList();
        if (open.size() != 1) {
            return false;
        }
        int number = open.getFirst();
        SlotName<?> slot = slotOf(number + 1);
        return slot != null && !state.isPercentAt(number + 1) && takeOff(slot, number);
    }

    private boolean takeOff(SlotName<?> slot, int number) {
        BigDecimal before = said.value(slot);
        if (before == null) {
            return false;
        }
        BigDecimal part = said.number(number);
        BigDecimal after = before.subtract(part);
        if (after.signum() <= 0) {
            return false;
        }
        said.state(slot, after, SaidNumbers.text(before) + " - " + SaidNumbers.text(part), number);
        return true;
    }

    /** Returns what {@code of the daily calls} or {@code letters} names, or null. */
    private @Nullable SlotName<?> slotOf(int behind) {
        boolean of = state.hasTyped(behind, Trait.PART_OF) || state.isAt(behind, Cue.OF);
        boolean ofAll = of
                && (state.hasTyped(behind + 1, Trait.DEFINITE_ARTICLE)
                        || state.hasTyped(behind + 1, Trait.OWNER)
                        || state.isAt(behind + 1, Cue.THEM)
                        || state.isAt(behind + 1, Cue.PERSON));
        if (!of && isUseless(behind)) {
            return state.remembered.has(SlotName.EXAMPLES) ? SlotName.EXAMPLES : null;
        }
        SlotName<?> again = ofAll ? saidAgain(behind + 2) : of ? saidAgain(behind + 1) : null;
        if (again != null) {
            return again;
        }
        return ofAll
                ? said.named(behind + 2)
                : of ? said.named(behind + 1) : said.isNoun(behind) ? said.named(behind) : null;
    }

    /** Returns the remembered number that is said again, of {@code a third of those 250}, or null. */
    private @Nullable SlotName<?> saidAgain(int number) {
        if (!said.again().contains(number)) {
            return null;
        }
        BigDecimal again = said.number(number);
        BigDecimal examples = said.value(SlotName.EXAMPLES);
        BigDecimal requests = said.value(SlotName.REQUESTS_PER_DAY);
        boolean ofData = examples != null && examples.compareTo(again) == 0;
        boolean ofTraffic = requests != null && requests.compareTo(again) == 0;
        return ofData == ofTraffic ? null : ofData ? SlotName.EXAMPLES : SlotName.REQUESTS_PER_DAY;
    }

    /** The doubles of {@code found 450 doubles in there, take those off}: only data have these. */
    private boolean isUseless(int i) {
        return state.isAt(i, Cue.DOUBLE) || state.hasTyped(i, Trait.DOUBLED) || state.hasTyped(i, Trait.DISCARDED);
    }
}
