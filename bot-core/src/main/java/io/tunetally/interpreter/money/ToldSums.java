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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells sums that are only talked about from those that may be spent: hearsay, what is asked to be explained, the price of one of
 * several, of hours or of tokens, and what a bracket tells of a run.
 */
public final class ToldSums {
    /** The most words between a sum and what says whose it is. */
    private static final int REACH = 6;

    /** The most words from a word of hearsay to the sum that was heard of. */
    private static final int REACH_OF_HEARSAY = 24;

    /** The most words from who has a sum to the sum. */
    private static final int REACH_OF_OWN = 20;

    /** The fewest words before the sum that a report comes to. */
    private static final int LEAST_BEFORE = 3;

    /** The most words of a bracket. */
    private static final int LONGEST_BRACKET = 12;

    /** Words for what may be spent, and for who lets it be spent. */
    private static final List<Trait> TO_BE_SPENT = List.of(Trait.SPENDING_LIMIT, Trait.SETS_ASIDE, Trait.FUNDER);

    private final ParseState state;

    /** What was found of each sum, by the index of its number. */
    private final Map<Integer, Boolean> told = new HashMap<>(0);

    private @Nullable Boolean report;

    public ToldSums(ParseState state) {
        this.state = state;
    }

    /** True if a sum is only told; then no weights take it for the budget. */
    public boolean isTold(SlotCandidates.Money money) {
        return told.computeIfAbsent(money.number(), _ -> reads(money));
    }

    private boolean reads(SlotCandidates.Money money) {
        boolean prose = !state.terse || state.text.isTranslated();
        boolean only = isOfEachOne(money)
                || isForHours(money)
                || isNamedCost(money)
                || isResult(money)
                || isEquated(money)
                || (prose
                        && (isLessThanOne(money)
                                || isToBeExplained(money)
                                || isForTokens(money)
                                || isBesideTooDear(money)
                                || isInBracketOfRun(money)
                                || isFamous(money)
                                || isSaidByText(money)
                                || isFormerPrice(money)
                                || isSpent(money)
                                || isGone(money)
                                || isOfReport(money)
                                || isHeardOf(money)));
        if (only) {
            state.candidates.settle(money.number());
        }
        return only;
    }

    /** {@code $0.8 for 100000 tokens}: less than a dollar is a price, no budget. */
    private boolean isLessThanOne(SlotCandidates.Money money) {
        Numeral said = Amounts.counted(state.token(money.number()).numeral());
        BigDecimal most = said.high() == null ? said.value() : said.high();
        return money.currency().equals("USD")
                && most.signum() > 0
                && most.compareTo(BigDecimal.ONE) < 0
                && !state.hasTyped(money.first() - 1, Trait.IN_HAND)
                && !state.isAt(money.first() - 1, Cue.BUDGET);
    }

    /** {@code how does training Vicuna-13B come to only $300?}, {@code how do you get to $300}: the sum itself is asked about. */
    private boolean isToBeExplained(SlotCandidates.Money money) {
        Sentence sentence = state.sentence(money.first());
        int how = sentence.first();
        boolean asked = state.hasTypedAnywhere(Trait.ASKS_REASON)
                && state.hasTyped(how, Trait.ASKS_REASON)
                && (state.hasTyped(how, Trait.ASKS_OF_OTHERS) || state.hasTyped(how + 1, Trait.ASKS_OF_OTHERS));
        for (int i = how + 1; asked && i < money.first(); i++) {
            asked = state.isNumberAt(i) || !state.hasTyped(i, Trait.I_OR_WE);
        }
        return asked && money.first() > how + 2;
    }

    /** {@code 30 adapters, each under 9 dollars}: the price of one of several. */
    private boolean isOfEachOne(SlotCandidates.Money money) {
        int each = money.first() - 1;
        while (each > money.first() - REACH
                && (MoneyQuantities.isBudgetWord(state.token(Math.max(each, 0))) || state.isAt(each, Cue.ABOUT))) {
            each--;
        }
        boolean ofEach = state.isAt(each, Cue.EACH) && state.isSymbolAt(each - 1, ',');
        boolean things = false;
        for (int i = state.sentence(money.first()).first(); ofEach && i < each; i++) {
            ofEach = state.isNumberAt(i) || !state.hasTyped(i, Trait.I_OR_WE);
            things |= state.isPluralAt(i) && (i == each - 2 || state.isNumberAt(i - 1));
        }
        return ofEach && things;
    }

    /** {@code 10,000 examples of 300 tokens, 3 epochs, so $27.00}: the only sum is what a job was worked out to come to. */
    private boolean isResult(SlotCandidates.Money money) {
        int result = state.isAt(money.first() - 1, Cue.ABOUT) || state.isSymbolAt(money.first() - 1, '~')
                ? money.first() - 2
                : money.first() - 1;
        boolean only = result > 0
                && state.remembered.isEmpty()
                && !state.isNumberAt(result)
                && state.hasTyped(result, Trait.COMES_TO)
                && !state.isAt(money.last() + 1, Cue.IS)
                && state.candidates.money().size() == 1;
        for (int i = 0; only && i < state.size(); i++) {
            only = state.isNumberAt(i)
                    || !(isToBeSpent(i)
                            || state.isAt(i, Cue.ABILITY)
                            || state.hasTyped(i, Trait.SUFFICES)
                            || state.hasTyped(i, Trait.COVERS));
        }
        return only;
    }

    /** {@code 500 examples x 3 epochs = ~$3.60}: what the counts right before the sign come to. */
    private boolean isEquated(SlotCandidates.Money money) {
        int sign = state.isAt(money.first() - 1, Cue.ABOUT) || state.isSymbolAt(money.first() - 1, '~')
                ? money.first() - 2
                : money.first() - 1;
        boolean equals = state.isSymbolAt(sign, '=')
                || state.isSymbolAt(sign, '\u2248')
                || (sign > 0 && !state.isNumberAt(sign) && state.hasTyped(sign, Trait.ARROW));
        return equals
                && (state.isNumberAt(sign - 1)
                        || state.isAt(sign - 1, Measure.EPOCH)
                        || state.isAt(sign - 1, Measure.EXAMPLE)
                        || state.isAt(sign - 1, Measure.TOKEN));
    }

    /** {@code 2 to 4 hours, costs $10-50} in a language that needs no verb there: a stated cost. */
    private boolean isNamedCost(SlotCandidates.Money money) {
        int cost = money.first() - 1;
        while (state.isAt(cost, Cue.IN) || state.isAt(cost, Cue.ABOUT)) {
            cost--;
        }
        return state.text.isTranslated()
                && cost > 0
                && !state.isNumberAt(cost)
                && state.hasTyped(cost, Trait.COSTS)
                && !state.isAt(cost - 1, Trait.BUDGET_NOUN);
    }

    /** {@code full 70B on 4 A100s 4-8 h at $40-80}: behind hours, and nothing else says what it is. */
    private boolean isForHours(SlotCandidates.Money money) {
        int hours = money.first() - 2;
        return (state.isAt(money.first() - 1, Trait.LOCATIVE) || state.hasTyped(money.first() - 1, Trait.LOCATIVE))
                && state.isAt(hours, Measure.HOUR)
                && state.isNumberAt(hours - 1);
    }

    /** {@code $2.40 for 100,000 tokens}, {@code 25 $ the million tokens}, {@code 100,000 tokens of training ~ $2.40}. */
    private boolean isForTokens(SlotCandidates.Money money) {
        int next = money.last() + 1;
        boolean led = (state.isAt(next, Cue.FOR) || state.hasTyped(next, Trait.DEFINITE_ARTICLE))
                && !state.sentence(money.first()).asks();
        boolean behind =
                led && state.isNumberAt(next + 1) && state.isAt(state.unitFinder.right(next + 1), Measure.TOKEN);
        boolean equals = state.isSymbolAt(money.first() - 1, '~') || state.isSymbolAt(money.first() - 1, '=');
        int tokens = -1;
        for (int i = money.first() - 2; equals && i >= money.first() - REACH && !state.isNumberAt(i); i--) {
            tokens = state.isAt(i, Measure.TOKEN) ? i : tokens;
        }
        return behind || (tokens >= 0 && state.isNumberAt(tokens - 1));
    }

    /** {@code too dear, $37 for my little test}: what was refused has that price. */
    private boolean isBesideTooDear(SlotCandidates.Money money) {
        int dear = money.first() - 2;
        return state.isSymbolAt(money.first() - 1, ',')
                && !state.isNumberAt(dear)
                && state.hasTyped(dear, Trait.TOO_DEAR)
                && state.hasTyped(dear - 1, Trait.TRAILS);
    }

    /** {@code a guy got 92 F1 with it (8xH100, 20 days, $44k)}: what a bracket tells of a run with its GPUs or its time. */
    private boolean isInBracketOfRun(SlotCandidates.Money money) {
        Sentence sentence = state.sentence(money.first());
        boolean run = false;
        for (int i = money.first() - 1; i >= Math.max(sentence.first(), money.first() - LONGEST_BRACKET); i--) {
            if (state.isSymbolAt(i, ')')
                    || state.isSymbolAt(i, '$')
                    || state.hasTyped(i, Trait.SPENDING_LIMIT)
                    || state.isAt(i, Trait.BUDGET_NOUN)) {
                return false;
            }
            boolean time = state.isAt(i, Measure.HOUR) || state.isAt(i, Measure.DAY);
            run |= state.isGpuAt(i) || (time && state.isNumberAt(i - 1));
            if (state.isSymbolAt(i, '(')) {
                return run;
            }
        }
        return false;
    }

    /** {@code that $480 headline}, {@code the $300 claim}. */
    private boolean isFamous(SlotCandidates.Money money) {
        boolean led = state.hasTyped(money.first() - 1, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(money.first() - 1, Trait.PRONOUN);
        boolean inText = state.isAt(money.last() + 1, Cue.IN) && isText(money.last() + 3);
        return led && (inText || state.hasTyped(money.last() + 1, Trait.CLAIMED_FIGURE));
    }

    private boolean isText(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.CLAIMED_FIGURE) || state.hasTyped(i, Trait.HEARSAY));
    }

    /** {@code the announcement says under 600 bucks}. */
    private boolean isSaidByText(SlotCandidates.Money money) {
        for (int i = money.first() - 1; i >= money.first() - REACH && i > 0 && !state.isBreakAt(i); i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.STATES)) {
                return isText(i - 1);
            }
        }
        return false;
    }

    /** {@code training was $12}, but not {@code the grant was $900}. */
    private boolean isFormerPrice(SlotCandidates.Money money) {
        int was = state.isAt(money.first() - 1, Cue.ABOUT) ? money.first() - 2 : money.first() - 1;
        boolean former = was > 0
                && !state.isNumberAt(was)
                && state.hasTyped(was, Trait.FORMER)
                && state.isAt(was, Trait.FORM_OF_BE);
        int first = former ? Math.max(state.sentence(was).first(), was - REACH_OF_HEARSAY) : was;
        for (int i = was - 1; former && i >= first; i--) {
            former = state.isNumberAt(i) || !isToBeSpent(i);
        }
        return former;
    }

    /** {@code a group nearby spent 600 dollars. What would ours cost}: no question sets it against a job. */
    private boolean isSpent(SlotCandidates.Money money) {
        int verb = state.isAt(money.first() - 1, Cue.ABOUT) ? money.first() - 2 : money.first() - 1;
        return verb >= 0
                && !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.PAID)
                && state.isAt(verb, Cue.REPORT)
                && !state.hasTyped(verb, Trait.ARRIVES)
                && !state.sentence(verb).asks()
                && !state.has(Cue.ABILITY);
    }

    /** {@code 14 hours on the cluster and about $140 gone}. */
    private boolean isGone(SlotCandidates.Money money) {
        return state.remembered.isEmpty()
                && state.candidates.money().size() == 1
                && !state.isAt(money.last() + 1, Cue.BUDGET)
                && state.hasTyped(money.last() + 1, Trait.SPENT)
                && state.isBreakAt(money.last() + 2);
    }

    /** {@code 10,000 examples, 3 epochs, so $27.00}: in a message that asks nothing, a sum behind all else, and nothing that may be spent. */
    private boolean isOfReport(SlotCandidates.Money money) {
        if (money.first() < LEAST_BEFORE || state.isAt(money.last() + 1, Cue.FOR) || !isReport()) {
            return false;
        }
        Sentence sentence = state.sentence(money.first());
        int first = Math.max(sentence.first(), money.first() - REACH_OF_OWN);
        int end = Math.min(sentence.end(), money.last() + REACH);
        boolean asker = false;
        boolean bounded = false;
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i)) {
                continue;
            }
            if (state.hasTyped(i, Trait.IN_HAND)
                    || state.hasTyped(i, Trait.HAS_SUM)
                    || state.hasTyped(i, Trait.GIVES_SUM)
                    || isOfDemand(i)) {
                return false;
            }
            asker |= state.hasTyped(i, Trait.I_OR_WE);
            bounded |= MoneyQuantities.isBudgetWord(state.token(i));
        }
        return !(asker && bounded);
    }

    /** The {@code go over} of {@code just do not go over 25 bucks}, but not the {@code under} of {@code for under $450}. */
    private boolean isOfDemand(int i) {
        boolean leads = state.isAt(i - 1, Cue.FOR) || state.isAt(i - 1, Cue.EACH) || state.isBreakAt(i - 1);
        return MoneyQuantities.isBudgetWord(state.token(i)) && !leads;
    }

    /** True if a message begins a conversation, asks nothing and names nothing that may be spent. */
    private boolean isReport() {
        if (report == null) {
            boolean job = !state.mentions.isEmpty() || state.candidates.hasData();
            boolean told = job && state.remembered.isEmpty() && !state.asks() && !state.hasQuestionMark();
            for (int i = 0; told && i < state.size(); i++) {
                told = state.isNumberAt(i) || !(isToBeSpent(i) || asks(i));
            }
            report = told;
        }
        return report;
    }

    /** True of a word by which a question is known that has no mark. */
    private boolean asks(int i) {
        Token token = state.token(i);
        return state.isAt(i, Cue.QUESTION)
                || state.isAt(i, Cue.ABILITY)
                || state.isAt(i, Cue.WISH)
                || token.intent() == Intent.RECOMMEND
                || state.hasTyped(i, Trait.DEMAND)
                || state.hasTyped(i, Trait.OBLIGES)
                || state.hasTyped(i, Trait.WHETHER)
                || state.hasTyped(i, Trait.SUFFICES)
                || state.hasTyped(i, Trait.COVERS)
                || (i == 0 && (state.isAt(i, Cue.IS) || state.hasTyped(i, Trait.UPPER_BOUND)));
    }

    /** True of a word for what is there to be spent, or for who lets it be spent. */
    private boolean isToBeSpent(int i) {
        return state.hasTyped(i, Trait.FUNDS) || isSpendable(i);
    }

    private boolean isSpendable(int i) {
        return state.isAt(i, Trait.BUDGET_NOUN) || TO_BE_SPENT.stream().anyMatch(trait -> state.hasTyped(i, trait));
    }

    /** {@code I read that a lab did it for under $5 and a firm blew 47,000}, {@code I heard of 200 to 600 dollars}. */
    private boolean isHeardOf(SlotCandidates.Money money) {
        Sentence sentence = state.sentence(money.first());
        boolean heard = false;
        int first = Math.max(sentence.first(), money.first() - REACH_OF_HEARSAY);
        for (int i = money.first() - 1; state.hasTypedAnywhere(Trait.HEARSAY) && i >= first; i--) {
            if (state.isNumberAt(i)) {
                continue;
            }
            if (!heard && isOwn(i)) {
                return false;
            }
            heard |= state.hasTyped(i, Trait.HEARSAY);
        }
        return heard && !sentence.asks();
    }

    /** True of a word that says what the asker has or may spend. */
    private boolean isOwn(int i) {
        return state.hasTyped(i, Trait.I_OR_WE) || isSpendable(i) || state.isAt(i, Category.PROVIDERS);
    }
}
