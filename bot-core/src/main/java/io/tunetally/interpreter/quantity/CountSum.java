package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.WholeTaken;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Adds the counts of data that a message joins by a plus: {@code 1,200 mails plus 800 chats}. */
final class CountSum {
    /** A message with more counts than these is a list, of which none is chosen. */
    private static final int MOST_COUNTS = 16;

    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** The most words from the word for pieces to their list. */
    private static final int REACH_OF_PIECES = 6;

    /** The most words from a count to a plus: {@code readings from the old wells}. */
    private static final int REACH_OF_ORIGIN = 7;

    /** The most words from a list to those that take all of it. */
    private static final int REACH_OF_TAKEN = 24;

    private final ParseState state;

    private CountSum(ParseState state) {
        this.state = state;
    }

    static void read(ParseState state) {
        CountSum sum = new CountSum(state);
        int counts = sum.counts().size();
        boolean about = counts > 0 || (state.speaksOfTuning() && !state.terse);
        if (!about || counts > MOST_COUNTS) {
            return;
        }
        sum.add();
        sum.addTo();
        sum.addListed();
        sum.addJoined();
        sum.addBoth();
        sum.addAll();
    }

    /** {@code 640 recipes, 220 menus and 90 wine lists. Everything goes into it}: all things that the sentence counts. */
    private void addAll() {
        List<SlotCandidates.Candidate> counts = counts();
        if (counts.isEmpty() || counts.stream().anyMatch(SlotCandidates.Candidate::derived)) {
            return;
        }
        int one = counts.getFirst().token();
        int end = state.sentence(counts.getLast().token()).end();
        if (!WholeTaken.isSaid(state, end)) {
            return;
        }
        if (counts.size() > 1 && counts.stream().allMatch(count -> isOfFile(count.token()))) {
            List<Integer> lines =
                    counts.stream().map(SlotCandidates.Candidate::token).toList();
            add(lines.reversed());
            lines.forEach(state.candidates::settle);
            return;
        }
        end = state.sentence(one).end();
        List<Integer> summands = new ArrayList<>();
        for (int i = end - 1; i >= state.sentence(one).first(); i--) {
            boolean open = state.isNumberAt(i)
                    && !isCount(i)
                    && !state.isAt(state.unitFinder.right(i), Measure.TOKEN)
                    && !(state.token(i).isYear() && state.isAt(i - 1, Cue.FROM))
                    && !state.candidates.isSettled(i)
                    && number(i).compareTo(FEWEST) >= 0;
            if ((open && !isOfThings(i)) || (isCount(i) && isPart(i))) {
                return;
            }
            if (open || isCount(i)) {
                summands.add(i);
            }
        }
        boolean whole = counts.stream().allMatch(count -> summands.contains(count.token()));
        if (whole && summands.size() > 1 && summands.size() <= MOST_COUNTS) {
            add(summands);
            summands.forEach(state.candidates::settle);
        }
    }

    /** {@code north.jsonl 1,200 rows}, {@code north.jsonl: 1,200}. */
    private boolean isOfFile(int number) {
        Token file = state.at(state.isAssignmentAt(number - 1) ? number - 2 : number - 1);
        return file != null && file.kind == Token.Kind.CODE;
    }

    /** {@code 2,000 of them}. */
    private boolean isPart(int number) {
        int of = state.isUnitAt(number + 1) ? number + 2 : number + 1;
        return state.hasTyped(of, Trait.PART_OF) || (state.token(number).use == Token.Use.SLOT && !isCount(number));
    }

    /** {@code 900 contestations}, {@code 400 others}, {@code 1,200 initial petitions}. */
    private boolean isOfThings(int number) {
        Token noun = state.at(number + 1);
        Numeral numeral = state.token(number).numeral();
        boolean whole = !numeral.isRange()
                && !numeral.isAmbiguous()
                && numeral.value().stripTrailingZeros().scale() <= 0;
        boolean money = state.isSymbolAt(number - 1, '$') || state.isPercentAt(number + 1);
        boolean other = noun == null
                || isPart(number)
                || state.isBreakAt(number + 1)
                || state.token(number).isYear()
                || noun.isNumber()
                || (noun.is(Category.UNITS)
                        && !state.isItemAt(number + 1)
                        && !state.hasTyped(number + 1, Trait.DATA_IF_MANY));
        return whole && !money && !other;
    }

    /** {@code it came in three parts: 44,000, 38,000 and the third is broken. I count with two}: numbers in a row of which all count. */
    private void addListed() {
        int from = 0;
        while (state.hasTypedAnywhere(Trait.PIECES) && from < state.size()) {
            List<Integer> listed = listedFrom(from);
            if (listed.size() > 1 && isLedByPieces(listed.getFirst()) && isWhole(listed)) {
                int number = takenBehind(listed.getLast(), listed.size());
                int pieces = numberOfPieces(listed);
                if (number >= 0 || pieces >= 0) {
                    state.token(Math.max(number, pieces)).use = Token.Use.CONNECTIVE;
                    add(listed.reversed());
                    listed.forEach(state.candidates::settle);
                    return;
                }
            }
            from = listed.isEmpty() ? from + 1 : listed.getLast() + 1;
        }
    }

    /** Returns the indexes of the open numbers from an index on, with nothing between them but commas and {@code and}. */
    private List<Integer> listedFrom(int first) {
        List<Integer> listed = new ArrayList<>(0);
        int i = first;
        while (state.isNumberAt(i) && (isCount(i) || isListed(i)) && listed.size() < MOST_COUNTS) {
            listed.add(i);
            i++;
            while (state.isSymbolAt(i, ',') || state.isAt(i, Cue.AND)) {
                i++;
            }
        }
        return listed;
    }

    private boolean isListed(int number) {
        return state.token(number).use != Token.Use.SLOT
                && !state.candidates.isSetAside(number)
                && number(number).compareTo(FEWEST) >= 0;
    }

    /** Returns the index of the 3 of {@code 3 datasets: 4k, 2k and 9k examples}, or -1. */
    private int numberOfPieces(List<Integer> listed) {
        int from = listed.getFirst();
        for (int i = from - 1; i >= Math.max(state.sentence(from).first() + 1, from - REACH_OF_PIECES); i--) {
            boolean all = state.isNumberAt(i - 1) && number(i - 1).compareTo(BigDecimal.valueOf(listed.size())) == 0;
            if (all && state.hasTyped(i, Trait.PIECES)) {
                return i - 1;
            }
        }
        return -1;
    }

    private boolean isLedByPieces(int number) {
        for (int i = number - 1; i >= Math.max(state.sentence(number).first(), number - REACH_OF_PIECES); i--) {
            if (state.hasTyped(i, Trait.PIECES)) {
                return true;
            }
        }
        return false;
    }

    /** True if no other number counts the data, and no unit but that of data follows the last one. */
    private boolean isWhole(List<Integer> listed) {
        int unit = listed.getLast() + 1;
        boolean data = !state.isUnitAt(unit) || state.isItemAt(unit);
        return data && counts().stream().allMatch(count -> listed.contains(count.token()) && !count.derived());
    }

    /** Returns the index of {@code both}, {@code all}, or the number of {@code with two} behind a list, or -1. */
    private int takenBehind(int last, int size) {
        for (int i = last + 1; i < Math.min(state.size(), last + REACH_OF_TAKEN); i++) {
            boolean number = state.isNumberAt(i) && number(i).compareTo(BigDecimal.valueOf(size)) == 0;
            boolean led = number && (state.isAt(i - 1, Cue.THEM) || state.isAt(i - 1, Cue.ALL) || isWith(i - 1));
            if (led || (!state.isNumberAt(i) && (state.isAt(i, Cue.ALL) || state.hasTyped(i, Trait.TAKES_BOTH)))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isWith(int i) {
        return state.hasTyped(i, Trait.HAVING);
    }

    /** {@code the Dutch memory has 38,000 segments, the Flemish one 7,000. We take both}: the second count without its unit. */
    private void addBoth() {
        List<SlotCandidates.Candidate> counts = counts();
        if (counts.size() != 1 || counts.getFirst().derived()) {
            return;
        }
        int one = counts.getFirst().token();
        int other = -1;
        for (int i = one + 1; i < state.sentence(one).end(); i++) {
            if (state.isNumberAt(i)
                    && isOpen(i)
                    && !state.token(i).isYear()
                    && (state.isBreakAt(i + 1) || i + 1 == state.sentence(one).end())) {
                if (other >= 0) {
                    return;
                }
                other = i;
            }
        }
        for (int i = other + 1; other >= 0 && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.TAKES_BOTH)) {
                add(List.of(other, one));
                return;
            }
        }
    }

    /** {@code 1,200 + 800 rows}, {@code 1,200 mails, 400 forms plus 800 chats}: their sum, unless the message gives it. */
    private void add() {
        if (!state.hasTypedAnywhere(Trait.PLUS) && !state.any(token -> token.isSymbol('+'))) {
            return;
        }
        for (int plus = state.size() - 2; plus > 0; plus--) {
            if (isPlus(plus) && (isCount(plus + 1) || isBareSum(plus) || isOpenSummand(plus))) {
                List<Integer> summands = summands(plus);
                if (summands.size() > 1 && counts().stream().allMatch(count -> summands.contains(count.token()))) {
                    boolean open = isOpenSummand(plus);
                    add(summands);
                    if (open) {
                        summands.forEach(state.candidates::settle);
                    }
                }
                return;
            }
        }
    }

    /** The 12,000 of {@code 12,000 declarations and 3,500 invoices}, or -1. */
    private int joinedBefore(int count) {
        if (!state.isAt(count - 1, Cue.AND) || !state.isAt(state.unitFinder.right(count), Measure.ITEM)) {
            return -1;
        }
        int noun = count - 2;
        Token things = state.at(noun);
        boolean plural = things != null && things.kind == Token.Kind.WORD && state.isPluralAt(noun);
        int number = state.isNumberAt(noun - 1) ? noun - 1 : noun - 2;
        return plural && state.isNumberAt(number) && isOpen(number) && isOfThings(number) ? number : -1;
    }

    /** The 4k of {@code 4k english and 3k german examples}: a word before the noun says of which kind each is; or -1. */
    private int describedBefore(int count) {
        int number = count - 3;
        boolean kinds = state.isAt(count - 1, Cue.AND)
                && isKind(count - 2)
                && isKind(count + 1)
                && state.unitFinder.right(count) == count + 2
                && state.isItemAt(count + 2);
        boolean open = kinds && state.isNumberAt(number) && state.token(number).use == Token.Use.NOTHING;
        return open && number(number).compareTo(FEWEST) >= 0 ? number : -1;
    }

    private boolean isKind(int word) {
        Token token = state.at(word);
        return token != null
                && token.kind == Token.Kind.WORD
                && !state.hasTyped(word, Trait.DISCARDED)
                && !state.hasTyped(word, Trait.TESTS);
    }

    /** {@code 5,000 tickets and 2,000 chats}: two kinds of things in one breath, neither of which is named again. */
    private void addJoined() {
        List<SlotCandidates.Candidate> counts = counts();
        int described = counts.size() == 1 ? describedBefore(counts.getFirst().token()) : -1;
        if (described >= 0 && !counts.getFirst().derived()) {
            int known = counts.getFirst().token();
            add(List.of(known, described));
            state.candidates.settle(known);
            state.candidates.settle(described);
            return;
        }
        int unknown = counts.size() == 1 ? joinedBefore(counts.getFirst().token()) : -1;
        if (unknown >= 0 && !counts.getFirst().derived()) {
            int known = counts.getFirst().token();
            int noun = state.unitFinder.right(known);
            if (!isNamedAgain(noun, noun) && !isNamedAgain(known - 2, noun)) {
                add(List.of(known, unknown));
            }
            return;
        }
        if (counts.size() != 2 || counts.stream().anyMatch(SlotCandidates.Candidate::derived)) {
            return;
        }
        int one = Math.min(counts.getFirst().token(), counts.getLast().token());
        int other = Math.max(counts.getFirst().token(), counts.getLast().token());
        int noun = state.unitFinder.right(one);
        int second = state.unitFinder.right(other);
        boolean joined = noun > one && noun == other - 2 && state.isAt(other - 1, Cue.AND) && second > other;
        boolean kinds = joined
                && state.isAt(noun, Measure.ITEM)
                && state.isAt(second, Measure.ITEM)
                && !state.typed(noun, noun).equals(state.typed(second, second))
                && number(one).compareTo(number(other)) != 0;
        if (kinds && !isNamedAgain(noun, second) && !isNamedAgain(second, second)) {
            add(List.of(other, one));
        }
    }

    /** {@code ... train on the chats}. */
    private boolean isNamedAgain(int noun, int from) {
        String name = state.typed(noun, noun);
        for (int i = from + 1; i < state.size(); i++) {
            if (state.typed(i, i).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the batches are in: 1,400 + 1,650 + 980}: nothing else is counted. */
    private boolean isBareSum(int plus) {
        return counts().isEmpty()
                && state.isSymbolAt(plus, '+')
                && state.isNumberAt(plus + 1)
                && state.isNumberAt(plus - 1)
                && state.isBreakAt(plus + 2)
                && isOpen(plus + 1)
                && isOpen(plus - 1);
    }

    /** {@code the book adds 310 recipes to the 2,200 we have}. */
    private void addTo() {
        for (int to = 2; state.hasTypedAnywhere(Trait.RAISES) && to + 2 < state.size(); to++) {
            boolean led = state.isAt(to, Cue.TO)
                    && (state.hasTyped(to + 1, Trait.DEFINITE_ARTICLE) || state.isAt(to + 1, Cue.PERSON));
            int whole = to + 2;
            int part = led && state.isNumberAt(whole) ? summandBefore(to) : -1;
            boolean raised = part > 0 && state.isNumberAt(part) && state.hasTyped(part - 1, Trait.RAISES);
            boolean data = raised && (isCount(part) || isCount(whole) || (isOpen(part) && isOpen(whole)));
            if (data && counts().stream().allMatch(each -> each.token() == part || each.token() == whole)) {
                List<Integer> summands = List.of(whole, part);
                add(summands);
                summands.forEach(state.candidates::settle);
                return;
            }
        }
    }

    /** {@code 415 captions plus 85 blurbs}: things of an unknown name behind a count. */
    private boolean isOpenSummand(int plus) {
        int number = plus + 1;
        boolean open = state.isNumberAt(number) && isOpen(number);
        return open && (isOfThings(number) || isReferredTo(number)) && isAddedToCount(summandBefore(plus));
    }

    /** The 300 of {@code 1,200 invoices + 300 credit notes + 90 reminders}: a count, or things of an unknown name behind one. */
    private boolean isAddedToCount(int number) {
        int at = number;
        while (at > 1 && !isCount(at) && state.isNumberAt(at) && isOpen(at) && isOfThings(at) && isPlus(at - 1)) {
            at = summandBefore(at - 1);
        }
        return isCount(at);
    }

    /** {@code the 2,200 that we have}. */
    private boolean isReferredTo(int number) {
        return state.isAt(number + 1, Cue.PERSON)
                || state.hasTyped(number + 1, Trait.PRONOUN)
                || state.hasTyped(number + 1, Trait.RELATIVE)
                || state.isAt(number + 1, Cue.FROM)
                || state.isBreakAt(number + 1);
    }

    /** Returns the index of the number before a plus, with at most two words for what it counts, or those for where it is from. */
    private int summandBefore(int sign) {
        int first = Math.max(0, firstOfPlus(sign) < 0 ? sign : firstOfPlus(sign));
        int i = first - 1;
        int reach = 3;
        while (i > first - reach && !state.isNumberAt(i) && !state.isBreakAt(i)) {
            // "900 readings from the wells plus 1,100 from the pumping stations"
            reach = isOrigin(i, first) ? REACH_OF_ORIGIN : reach;
            i--;
        }
        return i;
    }

    private boolean isOrigin(int i, int plus) {
        for (int from = i - 1; from > plus - REACH_OF_ORIGIN + 2; from--) {
            if (state.isAt(from, Cue.FROM)) {
                return true;
            }
        }
        return state.isAt(i, Cue.FROM);
    }

    /** Returns the indexes of the numbers around the last plus and of those before it, from the last one. */
    private List<Integer> summands(int lastPlus) {
        List<Integer> summands = new ArrayList<>(List.of(lastPlus + 1));
        int sign = lastPlus;
        while (isPlus(sign) || state.isBreakAt(sign)) {
            int summand = isPlus(sign) ? summandBefore(sign) : state.isNumberAt(sign - 1) ? sign - 1 : sign - 2;
            if (!state.isNumberAt(summand) || !(isCount(summand) || isOpen(summand))) {
                break;
            }
            summands.add(summand);
            sign = summand - 1;
        }
        return summands;
    }

    private void add(List<Integer> summands) {
        int last = summands.getFirst();
        BigDecimal total = summands.stream().map(this::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        summands.forEach(state.candidates::withdraw);
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(total), last);
        state.use(summands.getLast(), last, Token.Use.CONNECTIVE);
        state.token(last).use = Token.Use.SLOT;
    }

    /** True right before the second number of {@code 415 captions plus 85} and of {@code 18,500 listings plus the 50,000}. */
    private boolean isPlus(int i) {
        return firstOfPlus(i) >= 0;
    }

    /** Returns the index of the plus that ends at an index, with an article behind it or not; or -1. */
    private int firstOfPlus(int last) {
        if (state.isSymbolAt(last, '+') || state.hasTyped(last, Trait.PLUS)) {
            return last;
        }
        boolean article = state.hasTyped(last, Trait.DEFINITE_ARTICLE) || state.isAt(last, Cue.PERSON);
        return article && state.hasTyped(last - 1, Trait.PLUS) ? last - 1 : -1;
    }

    private boolean isCount(int number) {
        return counts().stream().anyMatch(count -> count.token() == number);
    }

    private boolean isOpen(int number) {
        Token token = state.token(number);
        boolean added = state.isSymbolAt(number + 1, '+') && token.use != Token.Use.SLOT;
        boolean things = token.use == Token.Use.KNOWN_NON_SLOT && state.unitFinder.countsDataIfMany(number);
        // "8B + 50k rows" are a model and its data.
        return (added || things || token.use == Token.Use.NOTHING)
                && !token.numeral().isInBillions()
                && number(number).compareTo(FEWEST) >= 0;
    }

    private BigDecimal number(int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }

    private List<SlotCandidates.Candidate> counts() {
        return state.candidates.of(SlotName.EXAMPLES);
    }
}
