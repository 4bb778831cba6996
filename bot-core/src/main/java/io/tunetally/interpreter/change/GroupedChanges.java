package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.derivation.Nouns;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reads groups of equal size that are taken off a remembered count or added to it: {@code two boxes of notes fewer, there's 60 to a box},
 * {@code 4 folders with 55 pages, please add them}, {@code 3 more schools are joining and each sends 90 questions a day}.
 */
final class GroupedChanges {
    /** The most words between the size of a group and the word that says that it is that of each. */
    private static final int REACH = 5;

    /** The most words between the number of groups and a word for more. */
    private static final int REACH_OF_MORE = 2;

    private static final BigDecimal MOST_GROUPS = BigDecimal.valueOf(1000);

    private final SaidNumbers said;
    private final ParseState state;
    private final Nouns nouns;

    GroupedChanges(SaidNumbers said) {
        this.said = said;
        state = said.state;
        nouns = new Nouns(state);
    }

    boolean read() {
        List<Integer> numbers = said.open().stream().filter(this::mayCount).toList();
        if (numbers.size() == 3) {
            return readBesideOthers(numbers);
        }
        if (numbers.size() != 2 || (state.hasQuestionMark() && !said.isGone()) || isShare(numbers.getFirst())) {
            return false;
        }
        boolean turned = isOfEachOf(numbers.getFirst());
        int groups = turned ? numbers.getLast() : numbers.getFirst();
        int size = turned ? numbers.getFirst() : numbers.getLast();
        TimeUnit period = said.periodBehind(size);
        boolean traffic = period != null;
        if (!(turned || isOfEach(groups, size)) || isTime(groups) || (!traffic && isTime(size))) {
            return false;
        }
        SlotName<?> slot = traffic ? SlotName.REQUESTS_PER_DAY : SlotName.EXAMPLES;
        BigDecimal before = said.value(slot);
        if (before == null || said.number(groups).compareTo(MOST_GROUPS) > 0) {
            return false;
        }
        BigDecimal product = said.number(groups).multiply(said.number(size));
        BigDecimal change = period == null ? product : period.perDay(product);
        int direction = direction(Math.max(groups, size), groups);
        // "The 1,200 cards fill twelve boxes, 100 in each", "three drawers were taken out of the 1,900 already".
        boolean stays = (direction == 0 && change.compareTo(before) == 0)
                || (state.hasTypedAnywhere(Trait.ALREADY) && !said.again().isEmpty());
        if (stays) {
            said.state(slot, before, "", groups, size);
            return true;
        }
        BigDecimal after = before.add(change.multiply(BigDecimal.valueOf(direction)));
        if (direction == 0 || after.signum() <= 0) {
            return false;
        }
        if (!traffic && !isOfData()) {
            // Of biscuits: no number of the request.
            said.ignore(groups, size);
            return true;
        }
        String arithmetic = SaidNumbers.text(before)
                + (direction > 0 ? " + " : " - ")
                + SaidNumbers.text(said.number(groups))
                + CountArithmetic.TIMES
                + SaidNumbers.text(period == null ? said.number(size) : period.perDay(said.number(size)));
        said.state(slot, after, arithmetic, groups, size);
        return true;
    }

    /** {@code the office has 2 desks with 30 drawers each, make it 80 questions a day}: groups of other things beside the new traffic. */
    private boolean readBesideOthers(List<Integer> numbers) {
        int groups = numbers.get(0);
        int size = numbers.get(1);
        boolean rate = said.periodBehind(numbers.get(2)) != null
                && said.periodBehind(groups) == null
                && said.periodBehind(size) == null
                && state.sentence(size).end() < numbers.get(2);
        boolean things = !state.isItemAt(size + 1) && !state.isItemAt(groups + 1) && !said.isAdded() && !said.isGone();
        int now = numbers.get(2);
        TimeUnit period = said.periodBehind(now);
        if (!rate
                || !things
                || period == null
                || !isOfEach(groups, size)
                || said.value(SlotName.REQUESTS_PER_DAY) == null) {
            return false;
        }
        said.ignore(groups, size);
        said.state(SlotName.REQUESTS_PER_DAY, SaidNumbers.rounded(period.perDay(said.number(now))), "", now);
        return true;
    }

    /** {@code two out of three callers}. */
    private boolean isShare(int number) {
        return new Parts(state).at(number) != null;
    }

    /** {@code 30 of each of our 12 guides}. */
    private boolean isOfEachOf(int size) {
        return state.isAt(size + 1, Cue.OF) && state.isAt(size + 2, Cue.EACH);
    }

    private boolean mayCount(int number) {
        Measure unit = state.measureAt(number + 1);
        return state.isCountAt(number)
                && !state.isMoneyBefore(number + 1)
                && unit != Measure.TOKEN
                && (unit == null || unit.time() == null);
    }

    private boolean isTime(int number) {
        return state.timeAt(number + 1) != null;
    }

    /** True if the second number is that of each of the first: {@code 80 cards each}, {@code 60 to a box}, {@code 30 a tray}, {@code folders with 55 pages}. */
    private boolean isOfEach(int groups, int size) {
        int first = Math.max(groups + 1, size - REACH);
        int end = Math.min(Math.min(state.sentence(size).end(), size + REACH), state.size());
        for (int i = first; i < end; i++) {
            boolean each = state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.hasTyped(i, Trait.EACH_ONE);
            if (i != size && (each || (i > size && isOfOne(i, groups)))) {
                return true;
            }
        }
        boolean with = state.hasTyped(size - 1, Trait.HAVING) || state.isAt(size - 1, Cue.OF);
        boolean behindGroups = size - 2 > groups && size - 2 <= groups + 2;
        return with && behindGroups && (state.isItemAt(size + 1) || state.isPluralAt(size + 1));
    }

    /** {@code a box}, {@code per tray}: one of the groups. */
    private boolean isOfOne(int article, int groups) {
        boolean one = state.isAt(article, Cue.ARTICLE) || state.isAt(article, Cue.PER) || state.isOneAt(article);
        if (state.text.isTranslated() && state.isAt(article, Cue.PER)) {
            // "Dos cajas más, 75 fichas por caja": the one may be translated and the other not.
            return said.periodBehind(article - 1) == null
                    && article + 1 < state.size()
                    && !state.isBreakAt(article + 1);
        }
        String noun = one && article + 1 < state.size() ? nouns.stem(article + 1) : "";
        for (int i = groups + 1; !noun.isEmpty() && i <= groups + 2 && i < state.size(); i++) {
            String groupNoun = nouns.stem(i);
            if (!groupNoun.isEmpty() && (noun.startsWith(groupNoun) || groupNoun.startsWith(noun))) {
                return true;
            }
        }
        return false;
    }

    /** Returns -1 if the groups are taken off, 1 if they are added, else 0: what is said of {@code them} decides. */
    private int direction(int last, int groups) {
        boolean gone = said.isGoneBehind(last);
        if (gone != said.isAdded()) {
            return gone ? -1 : 1;
        }
        boolean less = false;
        boolean more = false;
        int end = Math.min(state.sentence(last).end(), state.size());
        for (int i = state.sentence(Math.min(groups, last)).first(); i < end; i++) {
            // "Grows to 60 people" says the whole.
            boolean total = state.isAt(i + 1, Cue.TO);
            boolean beside = Math.abs(i - groups) <= REACH_OF_MORE;
            less |= state.isAt(i, Cue.DROP)
                    || state.hasTyped(i, Trait.LOSES)
                    || (state.hasTyped(i, Trait.SHRINKS) && !total)
                    || state.hasTyped(i, Trait.DISCARDED)
                    || state.hasTyped(i, Trait.SPOILT)
                    || isLeftOutAbroad(i)
                    || isTakenOff(i);
            more |= state.isAt(i, Cue.ADD)
                    || (state.hasTyped(i, Trait.GROWS) && !total && beside)
                    || state.hasTyped(i, Trait.RAISES)
                    || state.hasTyped(i, Trait.JOINS_US);
        }
        return less == more ? 0 : less ? -1 : 1;
    }

    /** {@code zwei Ordner fallen weg}, which is translated as "leave those out". */
    private boolean isLeftOutAbroad(int out) {
        return state.text.isTranslated() && state.isAt(out, Cue.OUT) && state.isAt(out - 1, Cue.THEM);
    }

    /** {@code take three crates of forms out}. */
    private boolean isTakenOff(int particle) {
        return (state.hasTyped(particle, Trait.PARTICLE_AWAY) || state.isAt(particle, Cue.OUT))
                && state.hasTyped(state.clause(particle).first(), Trait.TAKES_OFF);
    }

    /** True if examples are spoken of, or the bot is told what to do: not of {@code we lost two boxes of biscuits, 12 in each}. */
    private boolean isOfData() {
        for (int i = 0; i < state.size(); i++) {
            boolean told = state.isAt(i, Cue.DROP)
                    || state.isAt(i, Cue.ADD)
                    || state.isAt(i, Category.COURTESIES)
                    || state.token(i).intent() == Intent.ESTIMATE;
            if (told
                    || said.isGone()
                    || said.isAdded()
                    || state.isItemAt(i)
                    || state.hasTyped(i, Trait.DATA_IF_MANY)
                    || state.isAt(i, Trait.TRAINING_DATA)
                    || state.hasTyped(i, Trait.SHRINKS)) {
                return true;
            }
        }
        return false;
    }
}
