package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.money.CorrectedSums;
import io.tunetally.interpreter.money.MoneyQuantities;
import io.tunetally.interpreter.money.SumPurpose;
import io.tunetally.interpreter.money.ToldSums;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which amounts of money are the budget: those that may be spent, not those that were paid. */
public final class Budgets {
    /** The most words between an amount and the word that says what it is for. */
    private static final int REACH = 4;

    /** The most words between a number without a currency and a word for money. */
    private static final int REACH_OF_FUNDS = 6;

    /** The most words of what an amount is for. */
    private static final int REACH_OF_PURPOSE = 8;

    /** The same between the rest of a bill and a word for the bill. */
    private static final int REACH_OF_BILL = 40;

    private final ParseState state;
    private final SumPurpose purpose;
    private final ToldSums told;
    /** The index where a later sentence last asks what is possible; 0 if none does, negative if unknown. */
    private int lastAbility = -1;

    /** Whether the price of a job is asked for; null if unknown. */
    private @Nullable Boolean priceAsked;

    private Budgets(ParseState state) {
        this.state = state;
        purpose = new SumPurpose(state);
        told = new ToldSums(state);
    }

    /** Decides which amount is the budget. */
    public static void settle(ParseState state) {
        List<SlotCandidates.Money> amounts = state.candidates.money();
        if (amounts.isEmpty() || state.candidates.has(SlotName.BUDGET_USD)) {
            return;
        }
        Budgets reader = new Budgets(state);
        SlotCandidates.Money corrected = CorrectedSums.last(state);
        SlotCandidates.Money asked = corrected == null ? reader.onlyAsked() : corrected;
        SlotCandidates.Money remaining = asked == null ? reader.onlyRemaining() : asked;
        SlotCandidates.Money meant = remaining == null ? reader.onlyLimit() : remaining;
        if (meant != null) {
            reader.claim(meant, null);
            return;
        }
        for (int i = 0; i < amounts.size(); i++) {
            boolean linked = i + 1 < amounts.size() && reader.isLinked(amounts.get(i), amounts.get(i + 1));
            boolean ascending = linked && reader.isAscending(amounts.get(i), amounts.get(i + 1));
            if (reader.isBudget(amounts.get(i), linked ? 2 : 1)) {
                reader.claim(amounts.get(i), ascending ? amounts.get(i + 1) : null);
                if (linked && !ascending) {
                    // "$1m - $5k" has no lower and upper end: both are candidates, and contradict each other.
                    reader.claim(amounts.get(i + 1), null);
                }
            }
            i += linked ? 1 : 0;
        }
    }

    /**
     * Fills the budget once it is known that a message asks what an amount buys: the only one that is neither a price nor
     * paid in the past, whatever words stand around it.
     */
    public static void settle(ParseState state, Intent decided) {
        boolean asks = decided == Intent.BUDGET || decided == Intent.RECOMMEND;
        if (!asks || state.candidates.has(SlotName.BUDGET_USD) || state.isForeignMoney()) {
            return;
        }
        Budgets reader = new Budgets(state);
        if (decided == Intent.BUDGET
                && state.remembered.isEmpty()
                && state.candidates.money().isEmpty()) {
            reader.claimWithoutSign();
        }
        List<SlotCandidates.Money> amounts = state.candidates.money().stream()
                .filter(amount -> (!reader.isPaid(amount) || reader.isRaised(amount, decided))
                        && (reader.isUpTo(amount) || !reader.purpose.isForSomethingElse(amount))
                        && !reader.purpose.isPriceOfThing(amount.first()))
                .toList();
        boolean range = amounts.size() == 2 && reader.isLinked(amounts.get(0), amounts.get(1));
        if (amounts.size() != 1 && !(range && reader.isAscending(amounts.get(0), amounts.get(1)))) {
            return;
        }
        reader.claim(amounts.getFirst(), range ? amounts.getLast() : null);
        SlotFiller.fill(state, SlotName.BUDGET_USD);
    }

    /**
     * Takes the only number that nothing is counted with and that stands beside a word for money: {@code the deposit is 1,500}, {@code 1,150 is left
     * in the pot}, {@code if I put 49.99 into it}. The message asks what a sum buys, so it has to have one.
     */
    private void claimWithoutSign() {
        int sum = -1;
        for (int i = 0; i < state.size(); i++) {
            if (isSumWithoutSign(i)) {
                if (sum >= 0) {
                    return;
                }
                sum = i;
            }
        }
        if (sum >= 0) {
            Token number = state.token(sum);
            if (state.hasTyped(sum + 1, Trait.CENT)) {
                number.numeral = number.numeral().converted(cents -> cents.movePointLeft(2));
            }
            state.withdraw(sum);
            state.candidates.addMoney(new SlotCandidates.Money("USD", sum, sum, sum));
            claim(state.candidates.money().getFirst(), null);
            SlotFiller.fill(state, SlotName.BUDGET_USD);
        }
    }

    private boolean isSumWithoutSign(int number) {
        boolean open = state.isNumberAt(number)
                && state.token(number).use != Token.Use.SLOT
                && !state.token(number).isYear()
                && !state.token(number).numeral().isRange()
                && !state.isSize(number)
                && !state.isOfMention(number)
                && !state.isPercentAt(number + 1)
                && !state.isTimesSign(number + 1)
                && !state.isTimesSign(number - 1);
        if (!open) {
            return false;
        }
        if (state.hasTyped(number + 1, Trait.CENT)) {
            return !state.isAt(number + 2, Cue.PER) && !state.isAt(number + 2, Cue.ARTICLE);
        }
        boolean counts =
                state.unitFinder.right(number) >= 0 || state.isPluralAt(number + 1) || state.isRateAt(number + 1);
        return !counts && (isBesideFunds(number, 1) || isBesideFunds(number, -1));
    }

    private boolean isBesideFunds(int number, int step) {
        for (int i = number + step; Math.abs(i - number) <= REACH_OF_FUNDS && !state.isBreakAt(i); i += step) {
            if (state.isNumberAt(i) || state.isItemAt(i) || state.isOfMention(i)) {
                return false;
            }
            if (state.hasTyped(i, Trait.HOLDS_SUM) || state.hasTyped(i, Trait.SPENDING_LIMIT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code our club raised $350. What would that buy us}: whatever came in may be spent, where that is asked. */
    private boolean isRaised(SlotCandidates.Money money, Intent decided) {
        return decided == Intent.BUDGET && state.candidates.money().size() == 1 && purpose.isTakings(money);
    }

    /** {@code the chamber pays up to 90 dollars for courses}: whatever it is for, it may be spent. */
    private boolean isUpTo(SlotCandidates.Money money) {
        return state.isAt(money.first() - 1, Cue.TO) && state.hasTyped(money.first() - 1, Trait.FUNDER);
    }

    /** Returns the one of several amounts that a question asks about, or null: {@code $212.40 after deposits of $300 ... Is the $212.40 enough?}. */
    private SlotCandidates.@Nullable Money onlyAsked() {
        List<SlotCandidates.Money> all = state.candidates.money();
        if (state.terse || all.size() < 2) {
            return null;
        }
        List<SlotCandidates.Money> asked = all.stream()
                .filter(amount -> isQuestion(state.sentence(amount.first()))
                        && asksWhetherItSuffices(state.sentence(amount.first())))
                .toList();
        return asked.size() == 1 ? asked.getFirst() : null;
    }

    /** Returns the one amount that is left of others, or null. */
    private SlotCandidates.@Nullable Money onlyRemaining() {
        List<SlotCandidates.Money> remaining = state.candidates.money().stream()
                .filter(amount -> MoneyQuantities.isRemaining(state, amount.first(), amount.last()))
                .filter(amount -> !isRestOfBill(amount) && !isRemark(amount))
                .toList();
        return remaining.size() == 1 ? remaining.getFirst() : null;
    }

    /** Returns the one amount that is said to be the limit, or that has a part for something else, or null. */
    private SlotCandidates.@Nullable Money onlyLimit() {
        List<SlotCandidates.Money> limits = state.candidates.money().stream()
                .filter(amount ->
                        purpose.isSaidToBeLimit(amount) || (!isPaid(amount) && purpose.otherPart(amount) >= 0))
                .toList();
        return !state.terse && limits.size() == 1 ? limits.getFirst() : null;
    }

    /** {@code how much for 5,500 logs? If it's under 20 dollars I don't even ask}: another sentence asks for the price of a job. */
    private boolean isRemark(SlotCandidates.Money money) {
        if (priceAsked == null) {
            priceAsked = isPriceOfJobAsked();
        }
        Sentence sentence = state.sentence(money.first());
        return priceAsked && !isQuestion(sentence) && !namesLimit(sentence);
    }

    /** {@code our cap is $300} */
    private boolean namesLimit(Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.hasTyped(i, Trait.SPENDING_LIMIT) || state.isAt(i, Trait.BUDGET_NOUN)) {
                return true;
            }
        }
        return false;
    }

    /** True if a question asks for the price of a job, and none whether an amount is enough. */
    private boolean isPriceOfJobAsked() {
        boolean ofJob = !state.terse
                && state.remembered.isEmpty()
                && !state.mentions.isEmpty()
                && state.candidates.has(SlotName.EXAMPLES)
                && !state.has(Intent.BUDGET);
        boolean priced = false;
        for (int i = 0; ofJob && i < state.size(); i = state.sentence(i).end() + 1) {
            Sentence sentence = state.sentence(i);
            if (isQuestion(sentence) && asksWhetherItSuffices(sentence)) {
                return false;
            }
            priced |= isQuestion(sentence) && asksForPrice(sentence);
        }
        return priced;
    }

    private boolean isQuestion(Sentence sentence) {
        return state.isSymbolAt(sentence.end(), '?');
    }

    /** True if all amounts are remarks beside the question for a price. */
    public static boolean areRemarks(ParseState state) {
        Budgets reader = new Budgets(state);
        List<SlotCandidates.Money> amounts = state.candidates.money();
        return !amounts.isEmpty()
                && amounts.stream()
                        .allMatch(amount -> reader.isRemark(amount)
                                || isGuess(state, amount)
                                || (reader.told.isTold(amount) && !reader.isOwnLimit(amount)));
    }

    /** {@code finance has ring-fenced $500, will that sum be sufficient?}, {@code does $10 cover it?}: the one amount is set against a job. */
    public static boolean asksWhetherSumSuffices(ParseState state) {
        Budgets reader = new Budgets(state);
        boolean job = state.mayEdit() || (!state.mentions.isEmpty() && state.candidates.hasData());
        List<SlotCandidates.Money> amounts = reader.own();
        if (!job || amounts.size() != 1 || !amounts.getFirst().currency().equals("USD")) {
            return false;
        }
        boolean suffices = false;
        for (int i = 0; i < state.size(); i++) {
            boolean verb = state.hasTyped(i, Trait.SUFFICES)
                    || state.hasTyped(i, Trait.COVERS)
                    || reader.paysWithSum(i)
                    || (state.mayEdit() && state.hasTyped(i, Trait.FITS_SUM));
            suffices |= verb && (reader.isQuestion(state.sentence(i)) || state.asksWhetherSumIsRight());
        }
        return suffices && !reader.purpose.isForSomethingElse(amounts.getFirst());
    }

    /** {@code how long does $50 last}, {@code with $50 how many months can I run it}, {@code $50, what's left for inference}. */
    public static boolean asksHowLongSumLasts(ParseState state) {
        Budgets reader = new Budgets(state);
        boolean sum = state.candidates.has(SlotName.BUDGET_USD)
                || reader.own().size() == 1
                || (state.mayEdit() && state.remembered.has(SlotName.BUDGET_USD));
        for (int i = 0; sum && i < state.size(); i++) {
            if (reader.asksForTime(i) ? reader.lasts(i) : reader.asksForRest(i)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code how} of {@code how long}, {@code how many months}. */
    private boolean asksForTime(int i) {
        boolean isLong = !state.isNumberAt(i) && state.hasTyped(i, Trait.ASKS_HOW) && state.isAt(i + 1, Cue.LONG);
        TimeUnit unit = state.isNumberAt(i + 1) ? null : state.timeAt(i + 1);
        boolean count = !state.isNumberAt(i) && state.hasTyped(i, Trait.ASKS_COUNT);
        return isLong || (count && unit != null && unit.days().isPresent());
    }

    /** True unless it is a training that runs: {@code if it's under $400 I can expense it. How long does it run there?}. */
    private boolean lasts(int asked) {
        Sentence sentence = state.sentence(asked);
        boolean sum = !state.isAt(asked + 1, Cue.LONG)
                || state.candidates.money().stream()
                        .anyMatch(money -> money.first() >= sentence.first() && money.last() < sentence.end());
        for (int i = asked + 2; i < Math.min(sentence.end(), asked + 2 + REACH_OF_PURPOSE); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.HOLDS_OUT) && (sum || !state.hasTyped(i, Trait.RUNS))) {
                return true;
            }
        }
        return false;
    }

    /** The {@code what's} of {@code what's left for inference}, {@code what is left to run it}. */
    private boolean asksForRest(int i) {
        int left = state.isAt(i + 1, Cue.IS) ? i + 2 : i + 1;
        boolean asked = !state.isNumberAt(i) && state.hasTyped(i, Trait.ASKS_WHAT);
        boolean rest = asked && state.at(left) != null && state.hasTyped(left, Trait.REST_OF_SUM);
        boolean led = state.isAt(left + 1, Cue.FOR) || state.isAt(left + 1, Cue.TO);
        return rest && led && (state.hasTyped(left + 2, Trait.RUNNING) || state.hasTyped(left + 2, Trait.RUNS_MODEL));
    }

    /** Returns the sums that nobody has paid. */
    private List<SlotCandidates.Money> own() {
        return state.candidates.money().stream().filter(sum -> !isPaid(sum)).toList();
    }

    private boolean asksForPrice(Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if ((state.token(i).intent() == Intent.ESTIMATE && !paysWithSum(i)) || state.isAt(i, Cue.TOTAL)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code pay} of {@code could that pay for nova-lite}, {@code can I pay the training with it}: by the sum that was said. */
    private boolean paysWithSum(int verb) {
        if (!state.hasTyped(verb, Trait.PAYS_FOR)) {
            return false;
        }
        boolean pays = state.hasTyped(verb - 1, Trait.PRONOUN) && state.isAt(verb + 1, Cue.FOR);
        int end = state.sentence(verb).end();
        for (int i = verb + 1; i + 1 < end && !pays; i++) {
            pays = state.hasTyped(i, Trait.BY_MEANS_OF) && state.hasTyped(i + 1, Trait.PRONOUN);
        }
        return pays;
    }

    /** {@code is that enough?}, {@code how many epochs can I do?}, {@code does it fit?}. */
    private boolean asksWhetherItSuffices(Sentence sentence) {
        boolean priced = asksForPrice(sentence);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            // "What does all of it come to" asks for a price, "what does that get me" for what an amount buys.
            boolean ability = state.isAt(i, Cue.ABILITY) && !priced;
            if (ability
                    || MoneyQuantities.isBudgetWord(state.token(i))
                    || paysWithSum(i)
                    || state.hasTyped(i, Trait.FITS_MEMORY)
                    || (state.hasTyped(i, Trait.COVERS_SUM) && isOfSum(i, sentence.first()))) {
                return true;
            }
        }
        return false;
    }

    /** {@code the invoice is $900, $310 of it for tuning, the remaining $590 is inference}. */
    private boolean isRestOfBill(SlotCandidates.Money amount) {
        boolean paid = false;
        int first = Math.max(0, amount.first() - REACH_OF_BILL);
        for (int i = first; i < amount.first() && !paid && state.isAt(amount.last() + 1, Cue.IS); i++) {
            paid = !state.isNumberAt(i) && state.hasTyped(i, Trait.PAID);
        }
        return paid;
    }

    /** {@code what if it was 120 bucks}, {@code and if it were $200}: no past, where a sum is remembered. */
    private boolean isSupposed(SlotCandidates.Money money) {
        int subject = money.first() - 2;
        return state.remembered.has(SlotName.BUDGET_USD)
                && state.isAt(money.first() - 1, Cue.IS)
                && state.hasTyped(subject, Trait.PRONOUN)
                && state.hasTyped(subject - 1, Trait.IF);
    }

    /** {@code we paid $40}, {@code the run cost us $12}, {@code the invoice said $90}. */
    private boolean isPaid(SlotCandidates.Money money) {
        if (isWhatCanBeSpent(money) || isNamedLimit(money)) {
            return false;
        }
        if (told.isTold(money)) {
            return true;
        }
        if (isInHand(money)) {
            return false;
        }
        if (state.isPast(money.number())
                || MoneyQuantities.isPurchase(state, money.number())
                || purpose.isTooDear(money)
                || purpose.isDismissed(money)
                || purpose.isTakings(money)
                || purpose.isSpentBehind(money)
                || purpose.isBesideEarlierRun(money)
                || purpose.isOfFinishedWork(money)) {
            return true;
        }
        // "the third surprise invoice, $260": the amount stands behind its name.
        if (isUpTo(money)) {
            return false;
        }
        // "My brother says 15 dollars is plenty": nobody has paid it.
        if (SumPurpose.isSaidToSuffice(state, money.last() + 1)) {
            return false;
        }
        boolean apposed = state.isSymbolAt(money.first() - 1, ',')
                && state.isBreakAt(money.last() + 1)
                && state.hasTyped(money.first() - 2, Trait.BILLED_SUM);
        if (apposed) {
            return true;
        }
        for (int i = money.first() - 1; i >= Math.max(0, money.first() - REACH) && !state.isBreakAt(i); i--) {
            Token token = state.token(i);
            if (MoneyQuantities.isBudgetWord(token) || state.hasTyped(i, Trait.SETS_ASIDE)) {
                return false;
            }
            if (state.hasTyped(i, Trait.PAID)) {
                // "The award came through at $3,000"
                return !(state.hasTyped(i, Trait.ARRIVES) && state.hasTyped(i - 1, Trait.FUNDS));
            }
        }
        return false;
    }

    /** {@code our group has $6k, and the last two papers ate 4.1k}, {@code $20 is what a bet left me with}. */
    private boolean isInHand(SlotCandidates.Money money) {
        boolean has = state.hasTyped(money.first() - 1, Trait.IN_HAND) && !state.isNumberAt(money.first() - 1);
        boolean all = state.isAt(money.last() + 1, Cue.IS)
                && (state.hasTyped(money.last() + 2, Trait.ASKS_WHAT) || state.isAt(money.last() + 2, Cue.ALL));
        return has || all;
    }

    /** {@code a ceiling of USD 2,500 has been approved for the pilot}. */
    private boolean isNamedLimit(SlotCandidates.Money money) {
        return state.isAt(money.first() - 1, Cue.OF)
                && state.hasTyped(money.first() - 2, Trait.SPENDING_LIMIT)
                && !state.isSymbolAt(money.last() + 1, ':');
    }

    /** {@code the shop paid out $180 yesterday and that is what I can put into this}. */
    private boolean isWhatCanBeSpent(SlotCandidates.Money money) {
        int end = Math.min(state.clause(money.last()).end(), money.last() + REACH_OF_BILL);
        for (int i = money.last() + 2; i + 1 < end; i++) {
            if (state.isAt(i, Cue.QUESTION) && state.isAt(i + 1, Cue.PERSON) && state.isAt(i + 2, Cue.ABILITY)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a $50 voucher}, {@code 900 dollars of cloud credit}, {@code $800 in the pot}. */
    private boolean isOfFunds(int last) {
        for (int i = last + 1; i <= Math.min(state.size() - 1, last + REACH); i++) {
            if (state.isBreakAt(i) || state.isNumberAt(i)) {
                return false;
            }
            if (state.hasTyped(i, Trait.FUNDS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code between $100 and $200}, {@code $100-$200}, {@code $100 to $200}. */
    private boolean isLinked(SlotCandidates.Money low, SlotCandidates.Money high) {
        int link = low.last() + 1;
        boolean linked = state.isAt(link, Cue.TO)
                || state.isSymbolAt(link, '-')
                || (state.isAt(link, Cue.AND) && state.isAt(low.first() - 1, Cue.BETWEEN));
        return linked
                && high.first() == link + 1
                && low.currency().equals(high.currency())
                && !state.token(low.number()).numeral().isRange();
    }

    private boolean isAscending(SlotCandidates.Money low, SlotCandidates.Money high) {
        Numeral from = Amounts.counted(state.token(low.number()).numeral());
        Numeral to = Amounts.counted(state.token(high.number()).numeral());
        return !to.isRange() && from.value().compareTo(to.value()) < 0;
    }

    /**
     * True if an amount is a budget.
     *
     * @param ends the number of amounts in the message that belong to it: a range has two
     */
    private boolean isBudget(SlotCandidates.Money money, int ends) {
        if (isSupposed(money) || isBesideRunning(money)) {
            return true;
        }
        Token next = state.at(money.last() + 1);
        if (purpose.isPriceOfTuning(money) || (!state.asks() && told.isTold(money))) {
            return false;
        }
        boolean own = isOwnLimit(money) || isOfThisYear(money.last());
        if ((next != null && MoneyQuantities.isBudgetWord(next)) || own) {
            return true;
        }
        boolean purchase = MoneyQuantities.isPurchase(state, money.number());
        if (purchase
                || told.isTold(money)
                || (!state.terse && isPaid(money))
                || isGuess(state, money)
                || purpose.isForSomethingElse(money)
                || isRemark(money)) {
            return false;
        }
        boolean ability = hasAbility(money);
        if (!ability && purpose.isPriceOfThing(money.first())) {
            return false;
        }
        if (isOfFunds(money.last())) {
            return true;
        }
        for (int i = money.first() - 1; i >= Math.max(0, money.first() - REACH); i--) {
            Token token = state.token(i);
            if (token.isNumber() || state.isBreakAt(i)) {
                break;
            }
            boolean verb = !state.isSymbolAt(i + 1, ':') && !state.isAt(i + 1, Cue.IS);
            if ((state.hasTyped(i, Trait.SETS_ASIDE) && verb) || (i == money.first() - 1 && token.isSymbol('<'))) {
                return true;
            }
            if ((token.is(Cue.REPORT) && !ability)
                    || (!state.terse && token.is(Category.INTENTS) && !MoneyQuantities.isBudgetWord(token))) {
                return false;
            }
            boolean given = token.is(Trait.HAVING) && state.has(Intent.RECOMMEND);
            boolean limited = state.hasTyped(i, Trait.SPENDING_LIMIT) && !state.isSymbolAt(i + 1, ':');
            if (MoneyQuantities.isBudgetWord(token) || limited || given) {
                return true;
            }
            if (token.is(Cue.FOR) && ability) {
                return true;
            }
        }
        boolean only = state.candidates.money().size() == ends;
        boolean recommends = state.has(Intent.RECOMMEND) && !state.has(Cue.REPORT);
        return ability || (only && (state.terse || recommends || state.remembered.has(SlotName.BUDGET_USD)));
    }

    /** {@code 1k for training and 200 a month for running}: what is set aside for the training, beside what running may cost. */
    private boolean isBesideRunning(SlotCandidates.Money money) {
        int purpose = money.last() + 1;
        boolean led = state.isAt(purpose, Cue.FOR) || state.isAt(purpose, Cue.TO);
        boolean training = state.isAt(purpose, Trait.FOR_TRAINING)
                || (led && (state.isAt(purpose + 1, Cue.TRAINING) || state.isAt(purpose + 1, Category.TUNING)));
        return training && state.candidates.has(SlotName.MONTHLY_LIMIT_USD);
    }

    /** {@code $300 for this year: 4 trainings}. */
    private boolean isOfThisYear(int last) {
        return state.isAt(last + 1, Cue.FOR)
                && state.hasTyped(last + 2, Trait.THIS_PERIOD)
                && state.isAt(last + 3, Measure.YEAR)
                && (state.isSymbolAt(last + 4, ':') || state.isBreakAt(last + 4));
    }

    /** {@code if I keep my 4k limit}, {@code our $300 cap}. */
    private boolean isOwnLimit(SlotCandidates.Money money) {
        return state.hasTyped(money.last() + 1, Trait.SPENDING_LIMIT) && state.hasTyped(money.first() - 1, Trait.OWNER);
    }

    /** {@code more like a hundred dollars or a few thousand}: a guess at the price is no budget. */
    private static boolean isGuess(ParseState state, SlotCandidates.Money money) {
        int or = money.last() + 1;
        boolean amount = state.isNumberAt(or + 1)
                || state.isAt(or + 1, Cue.FEW)
                || state.isAt(or + 1, Cue.ARTICLE)
                || state.isSymbolAt(or + 1, '$');
        return (state.isAt(or, Cue.OR) && amount) || isFirstOfTwo(state, money);
    }

    /** {@code is $30 realistic or rather $500?}, {@code two dollars? Twenty?}: a second sum is asked about in place of the first. */
    private static boolean isFirstOfTwo(ParseState state, SlotCandidates.Money money) {
        Sentence sentence = state.sentence(money.first());
        boolean asked = state.isSymbolAt(sentence.end(), '?');
        int next = sentence.end() + 1;
        boolean alone = asked && sentence.first() == money.first() && sentence.end() == money.last() + 1;
        if (alone && state.isNumberAt(next) && state.isSymbolAt(next + 1, '?')) {
            return true;
        }
        SlotCandidates.Money other = state.candidates.money().stream()
                .filter(each -> each.first() > money.last())
                .findFirst()
                .orElse(money);
        return asked
                && other.first() > money.last()
                && other.last() < sentence.end()
                && (state.isAt(other.first() - 1, Cue.OR) || state.isAt(other.first() - 2, Cue.OR));
    }

    /** True if the only sum of a message in a conversation is what the price may be: {@code would $80 do}, {@code can you bring this down to 40}. */
    public static boolean isSumOfReply(ParseState state) {
        return state.candidates.money().size() == 1
                && !state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && state.replies().stream().anyMatch(reply -> reply.meaning() == WordPatterns.Reply.SUM);
    }

    /** True if a message asks which of two amounts is nearer to the price. */
    public static boolean areGuessed(ParseState state) {
        return state.candidates.money().stream().anyMatch(money -> isGuess(state, money));
    }

    /** True if the sentence of an amount, or a later one, asks what is possible. */
    private boolean hasAbility(SlotCandidates.Money money) {
        if (asksWhetherSumCovers(money)) {
            return true;
        }
        if (!state.has(Cue.ABILITY)) {
            return false;
        }
        if (lastAbility < 0) {
            for (int i = 0; i < state.size(); i++) {
                lastAbility = state.isAt(i, Cue.ABILITY) && !state.token(i).is(Trait.ASKS_WHAT_WOULD) ? i : lastAbility;
            }
            lastAbility = Math.max(lastAbility, 0);
        }
        return state.sentence(money.first()).asksWhatCanBeHad()
                || lastAbility >= state.sentence(money.first()).end();
    }

    /** {@code finance has ring-fenced $500. Will that sum be sufficient?}: a question that counts nothing else. */
    private boolean asksWhetherSumCovers(SlotCandidates.Money money) {
        if (state.terse || !state.hasTypedAnywhere(Trait.COVERS_SUM)) {
            return false;
        }
        // "The club has $640, of which the committee released $150": the nearest before the question.
        int next = state.candidates.money().stream()
                .mapToInt(SlotCandidates.Money::first)
                .filter(first -> first > money.last())
                .min()
                .orElse(state.size());
        for (int i = money.last() + 1; i < next; i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.COVERS_SUM) && isOfSum(i, money.last() + 1)) {
                return true;
            }
        }
        return false;
    }

    /** True of the {@code reach} of {@code does the money reach?}; in {@code are 500 letters enough?} letters are meant. */
    private boolean isOfSum(int covers, int from) {
        Sentence sentence = state.sentence(covers);
        int near = Math.max(from, covers - REACH_OF_PURPOSE);
        int clause = Math.max(Math.max(state.clause(covers).first(), sentence.first()), near);
        for (int i = clause; i < covers; i++) {
            if (state.isNumberAt(i) || state.isItemAt(i)) {
                return false;
            }
        }
        // "... 2 epochs. Enough?"
        boolean alone = covers == sentence.first() && sentence.end() == covers + 1;
        return (clause < covers || alone) && isQuestion(sentence);
    }

    private void claim(SlotCandidates.Money money, SlotCandidates.@Nullable Money upper) {
        Token number = state.token(money.number());
        Numeral amount = Amounts.counted(number.numeral());
        if (upper != null) {
            Token end = state.token(upper.number());
            amount = amount.to(Amounts.counted(end.numeral()));
            state.use(money.last() + 1, upper.last(), Token.Use.CONNECTIVE);
            end.use = Token.Use.SLOT;
        }
        Numeral pooled = upper == null ? purpose.pooled(money, amount) : null;
        Numeral rest = pooled != null ? pooled : upper == null && !state.terse ? purpose.rest(money) : null;
        if (money.currency().equals("USD") && rest != null) {
            state.candidates.addDerived(SlotName.BUDGET_USD, rest, money.number());
            number.use = Token.Use.SLOT;
        } else if (money.currency().equals("USD")) {
            state.candidates.add(SlotName.BUDGET_USD, amount, money.number());
            number.use = Token.Use.SLOT;
            if (money.first() == money.last()) {
                // "our limit is 90 a month": a sum without a currency is one by the word that names it.
                state.candidates.settle(money.number());
            }
        } else {
            state.add(new Problem.ForeignCurrency(
                    state.text.typed(state.token(money.first()).start, state.token(money.last()).end),
                    money.currency(),
                    amount.value(),
                    SlotName.BUDGET_USD,
                    state.span(money.first(), money.last())));
        }
    }
}
