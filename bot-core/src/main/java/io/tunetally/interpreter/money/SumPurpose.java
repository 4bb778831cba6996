package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Tells what an amount of money is for: the job, something else, the price of a thing, a sum that others paid. */
public final class SumPurpose {
    /** The most words of what an amount is for. */
    private static final int REACH_OF_PURPOSE = 8;

    /** The most words between an amount and the words that refuse or spend it. */
    private static final int REACH = 6;

    /** The most words between a sum and the word that names it as the limit: {@code that's really the limit}. */
    private static final int REACH_OF_LIMIT = 5;

    /** The most words from the verb of a run to the sum in brackets behind it. */
    private static final int REACH_OF_RUN = 16;

    private final ParseState state;

    private @Nullable Set<BigDecimal> pricesOfTuning;

    public SumPurpose(ParseState state) {
        this.state = state;
    }

    /** {@code suppose tuning mistral-small costs 90 bucks ... when are the 90 bucks back in?}: the price of a job, also said again. */
    public boolean isPriceOfTuning(SlotCandidates.Money money) {
        if (pricesOfTuning == null) {
            pricesOfTuning = new HashSet<>(0);
            for (SlotCandidates.Money said : state.candidates.money()) {
                if (saysPriceOfTuning(said)) {
                    pricesOfTuning.add(amountOf(said));
                }
            }
        }
        boolean price = pricesOfTuning.contains(amountOf(money));
        if (price) {
            state.candidates.settle(money.number());
        }
        return price;
    }

    private BigDecimal amountOf(SlotCandidates.Money money) {
        return state.token(money.number()).numeral().value().stripTrailingZeros();
    }

    private boolean saysPriceOfTuning(SlotCandidates.Money money) {
        int costs = state.isAt(money.first() - 1, Cue.ABOUT) ? money.first() - 2 : money.first() - 1;
        boolean priced = costs >= 0 && !state.isNumberAt(costs) && state.hasTyped(costs, Trait.COSTS);
        int first = Math.max(state.clause(money.first()).first(), money.first() - REACH_OF_RUN);
        for (int i = first; priced && i < costs; i++) {
            if (state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TRAINING)) {
                return true;
            }
        }
        return false;
    }

    /**
     * True of the words behind a sum in {@code he says 15 dollars is plenty for this}: what is said to be enough is there to be spent, and
     * nobody asks for it.
     */
    public static boolean isSaidToSuffice(ParseState state, int next) {
        int verb = next;
        while (state.hasTyped(verb, Trait.OBLIGES)
                || state.hasTyped(verb, Trait.FORM_OF_BE)
                || state.isAt(verb, Cue.IS)) {
            verb++;
        }
        return state.hasTyped(verb, Trait.SUFFICES) || state.hasTyped(verb, Trait.COVERS);
    }

    /** {@code $250 for new chairs}, {@code $15 is enough for lunch}: a purpose in words that have nothing to do with the job. */
    public boolean isForSomethingElse(SlotCandidates.Money money) {
        int first = money.last() + 1;
        if (first >= state.size()) {
            return false;
        }
        if (sufficesForThing(first)) {
            state.candidates.settle(money.number());
            return true;
        }
        int end = Math.min(state.clause(money.last()).end(), first + REACH_OF_PURPOSE);
        boolean thing = false;
        for (int i = first + 1; i < end && state.isAt(first, Cue.FOR) && !state.isAt(i, Cue.AND); i++) {
            Token token = state.token(i);
            if (isOfJob(i)) {
                return false;
            }
            thing |= token.kind == Token.Kind.WORD;
        }
        return thing;
    }

    /** {@code is enough for lunch}, {@code covers a haircut}: one thing that no word before it makes known, and no data. */
    private boolean sufficesForThing(int next) {
        int verb = next;
        while (state.hasTyped(verb, Trait.OBLIGES)
                || state.hasTyped(verb, Trait.FORM_OF_BE)
                || state.isAt(verb, Cue.IS)) {
            verb++;
        }
        boolean covers = state.hasTyped(verb, Trait.COVERS);
        boolean leads = covers || state.isAt(verb + 1, Cue.FOR);
        int last = state.isAt(verb + 1, Cue.FOR) ? verb + 1 : verb;
        // "Enough for" is one phrase.
        boolean led =
                (leads || state.hasTyped(verb, Trait.ENOUGH_FOR)) && (covers || state.hasTyped(verb, Trait.SUFFICES));
        int thing = state.isAt(last + 1, Cue.ARTICLE) ? last + 2 : last + 1;
        Token noun = led && state.mentions.isEmpty() ? state.at(thing) : null;
        return noun != null
                && noun.kind == Token.Kind.WORD
                && !state.isPluralAt(thing)
                && !state.isOfMention(thing)
                && !isOfJob(thing)
                && !state.hasTyped(thing, Trait.MATERIAL);
    }

    private boolean isOfJob(int i) {
        Token token = state.token(i);
        return token.is(Category.TUNING)
                || token.is(Category.MODELS)
                || token.is(Category.FAMILIES)
                || token.is(Category.TOPICS)
                || token.is(Category.METHODS)
                || token.is(Category.GPUS)
                || token.is(Category.PROVIDERS)
                || token.is(Category.INTENTS)
                || token.is(Cue.TRAINING)
                || token.is(Measure.REQUEST)
                || state.hasTyped(i, Trait.MODEL_NOUN)
                || state.hasTyped(i, Trait.BOT)
                || state.isAt(i, Trait.PRONOUN)
                || state.isNumberAt(i)
                || state.hasTyped(i, Trait.UNDERTAKING);
    }

    /** {@code the roof repair is $48,000}: the price of a thing, unlike {@code our limit is $400}, {@code the grant is $900}. */
    public boolean isPriceOfThing(int first) {
        boolean thing = false;
        int start = Math.max(state.clause(first).first(), first - 1 - REACH_OF_PURPOSE);
        for (int i = start; i < first - 1 && state.isAt(first - 1, Trait.FORM_OF_BE) && !state.terse; i++) {
            Token token = state.token(i);
            if (MoneyQuantities.isBudgetWord(token)
                    || isOfJob(i)
                    || token.is(Cue.PERSON)
                    || state.hasTyped(i, Trait.THERE)
                    || state.hasTyped(i, Trait.FUNDS)
                    || state.hasTyped(i, Trait.FUNDER)
                    || state.hasTyped(i, Trait.SPENDING_LIMIT)) {
                return false;
            }
            thing |= token.kind == Token.Kind.WORD;
        }
        return thing;
    }

    /** {@code gpt-4o at $9,000 a year was too dear}: a sum that was refused. */
    public boolean isTooDear(SlotCandidates.Money money) {
        return state.hasTypedAnywhere(Trait.TOO_DEAR) && isBehind(money, this::isTooDear);
    }

    private boolean isTooDear(int i) {
        return !state.isNumberAt(i) && state.hasTyped(i, Trait.TOO_DEAR) && isTyped(i - 1, Trait.TRAILS);
    }

    /** {@code two grand for setting it up, which is neither here nor there}: the asker says that it does not matter. */
    public boolean isDismissed(SlotCandidates.Money money) {
        int end = state.sentence(money.first()).end();
        for (int i = money.last() + 1; state.hasTypedAnywhere(Trait.DISMISSES) && i <= end + 1; i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.DISMISSES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the last bake sale made $312}: what came in, in a message that does not ask what it buys. */
    public boolean isTakings(SlotCandidates.Money money) {
        int verb = state.isAt(money.first() - 1, Cue.ABOUT) ? money.first() - 2 : money.first() - 1;
        int in = state.isAt(verb, Cue.IN) ? verb - 1 : verb;
        return in > 0
                && !state.isNumberAt(in)
                && state.hasTyped(in, Trait.EARNS)
                && !state.isAt(in - 1, Cue.PERSON)
                && !state.has(Intent.BUDGET)
                && !state.hasTypedAnywhere(Trait.COVERS_SUM);
    }

    /** {@code sie haben 900 Dollar ausgegeben}: in other languages the verb follows the sum. */
    public boolean isSpentBehind(SlotCandidates.Money money) {
        return state.text.isTranslated() && isBehind(money, i -> state.isAt(i, Cue.REPORT));
    }

    private boolean isBehind(SlotCandidates.Money money, IntPredicate word) {
        int end = Math.min(state.size(), money.last() + REACH);
        for (int i = money.last() + 1; i < end && !state.isBreakAt(i); i++) {
            if (word.test(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code ran on a rented A5000 before (6 h, $8.20)}: an amount in brackets behind the verb of an earlier run. */
    public boolean isBesideEarlierRun(SlotCandidates.Money money) {
        Sentence sentence = state.sentence(money.first());
        boolean bracket = false;
        for (int i = money.first() - 1; i >= Math.max(sentence.first(), money.first() - REACH_OF_RUN); i--) {
            if (state.isSymbolAt(i, ')')) {
                return false;
            }
            bracket |= state.isSymbolAt(i, '(');
            if (bracket && !state.isNumberAt(i) && state.hasTyped(i, Trait.PAST_RUN)) {
                return !sentence.asks();
            }
        }
        return false;
    }

    /** {@code Alpaca was made for under $600}, {@code was trained for about $300}, {@code theirs went for $45}: the price of work that is done. */
    public boolean isOfFinishedWork(SlotCandidates.Money money) {
        int led = money.first() - 1;
        boolean fetched = state.isAt(led, Cue.FOR) && state.hasTyped(led - 1, Trait.FETCHES_SUM);
        if (fetched && !state.isNumberAt(led - 1)) {
            return true;
        }
        Sentence sentence = state.sentence(money.first());
        boolean forIt = false;
        for (int i = money.first() - 1; i >= Math.max(sentence.first(), money.first() - REACH); i--) {
            if (state.isBreakAt(i) || state.isNumberAt(i) || state.hasTyped(i, Trait.SETS_ASIDE)) {
                return false;
            }
            forIt |= state.isAt(i, Cue.FOR) || state.isAt(i, Cue.BUDGET);
            boolean done = state.hasTyped(i, Trait.FORMER) && state.isAt(i, Trait.FORM_OF_BE);
            if (done && forIt && !state.isAt(i - 1, Cue.PERSON)) {
                return !sentence.asks();
            }
        }
        return false;
    }

    /** {@code Two hundred dollars. That's the limit}: the next sentence names it. */
    public boolean isSaidToBeLimit(SlotCandidates.Money money) {
        int that = money.last() + 2;
        boolean said = state.isBreakAt(money.last() + 1) && isTyped(that, Trait.PRONOUN);
        int end = Math.min(state.size(), that + REACH_OF_LIMIT);
        for (int i = that + 1; said && i < end && !state.isBreakAt(i); i++) {
            if (state.hasTyped(i, Trait.SPENDING_LIMIT) || state.isAt(i, Trait.BUDGET_NOUN)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the number of the part of a sum that goes to something else, {@code USD 900, of which 200 is for the auditor}, or -1. If
     * what is left is asked about, any part of it does.
     */
    public int otherPart(SlotCandidates.Money sum) {
        int end = Math.min(state.sentence(sum.first()).end(), sum.last() + REACH_OF_PURPOSE);
        boolean rest = state.hasTypedAnywhere(Trait.REST_OF_SUM);
        for (int i = sum.last() + 1; i < end; i++) {
            if (!state.isNumberAt(i)) {
                continue;
            }
            int last = state.isAt(i + 1, Measure.DOLLAR) ? i + 1 : i;
            int first = state.isSymbolAt(i - 1, '$') || state.isAt(i - 1, Measure.DOLLAR) ? i - 1 : i;
            boolean ofIt = isOfWhich(first) || isOfIt(last + 1);
            int purpose = isOfIt(last + 1) ? last + 2 : last;
            SlotCandidates.Money part = new SlotCandidates.Money(sum.currency(), i, first, purpose);
            boolean other = ofIt && (rest || isForSomethingElse(part) || isForSomethingElse(past(part)));
            return other && isSmaller(i, sum.number()) ? i : -1;
        }
        return -1;
    }

    private static SlotCandidates.Money past(SlotCandidates.Money part) {
        return new SlotCandidates.Money(part.currency(), part.number(), part.first(), part.last() + 1);
    }

    private boolean isOfWhich(int first) {
        return state.isAt(first - 2, Trait.PART_OF) && isTyped(first - 1, Trait.RELATIVE);
    }

    private boolean isOfIt(int of) {
        return state.isAt(of, Trait.PART_OF) && isTyped(of + 1, Trait.PRONOUN);
    }

    private boolean isTyped(int index, Trait trait) {
        return state.at(index) != null && state.hasTyped(index, trait);
    }

    private boolean isSmaller(int part, int whole) {
        return value(part).compareTo(value(whole)) < 0;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /** Returns what is left of a sum when a part of it goes to something else, or null. */
    public @Nullable Numeral rest(SlotCandidates.Money sum) {
        int part = state.token(sum.number()).numeral().isRange() ? -1 : otherPart(sum);
        if (part < 0) {
            return null;
        }
        state.candidates.withdraw(part);
        state.token(part).use = Token.Use.KNOWN_NON_SLOT;
        return Numeral.of(value(sum.number()).subtract(value(part)));
    }

    /** Returns the $60 of {@code each of our 4 members gets $15 and we pool them}, or null. */
    public @Nullable Numeral pooled(SlotCandidates.Money money, Numeral each) {
        boolean pooled = !state.terse && state.hasTypedAnywhere(Trait.POOLED);
        int first = pooled ? state.sentence(money.first()).first() : money.first();
        for (int i = money.first() - 1; i >= first + 1; i--) {
            if (state.isNumberAt(i)) {
                boolean of = state.isAt(i - 1, Cue.PERSON) ? isEachOf(i - 2) : isEachOf(i - 1);
                return of && state.isCountAt(i)
                        ? each.converted(state.token(i).numeral().value()::multiply)
                        : null;
            }
        }
        return null;
    }

    private boolean isEachOf(int of) {
        boolean part = state.isAt(of, Cue.OF) || state.isAt(of, Trait.PART_OF);
        return part && (state.isAt(of - 1, Cue.EACH) || state.isAt(of - 1, Cue.EVERY));
    }
}
