package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Request.OtherCost;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what others take for the work that a model would do, which is neither a bill of a model nor a budget: {@code we pay an agency $4,900 a
 * month}, {@code a vendor quoted $18,000 per year}, {@code the supplier costs us £4 per letter}.
 */
final class OtherCosts {
    /** The most words between {@code per} and what is priced: {@code per answered guest}. */
    private static final int REACH = 2;

    private static final Set<String> EARNED = Set.of("pays", "pay", "paid", "gives", "gave");

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(\\.\\d{3})+");

    private static final long MONTHS_OF_YEAR = 12;

    /** What stands for who takes it, where the amount is the most that one may cost. */
    private static final String LIMIT = "limit";

    private final ParseState state;
    private final Periods periods;
    private @Nullable Boolean named;
    /** What was said, to be told where another amount takes its place. */
    private Problem.@Nullable UnknownWord said;

    OtherCosts(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /** Fills the slot if an amount is such a cost. */
    boolean read(SlotCandidates.Money money) {
        if (isLimitOfOne(money)) {
            return true;
        }
        if (!isNamed() || state.slots.has(SlotName.OTHER_COST) || !isCompared()) {
            return false;
        }
        int payee = payee(money);
        OtherCost.Per per = payee < 0 ? null : per(money.last());
        Numeral amount = Amounts.counted(state.token(money.number()).numeral());
        if (per == null || amount.isRange() || isOfOther(money, payee)) {
            return false;
        }
        put(money, new OtherCost(value(money), money.currency(), per, name(payee)), end(money.last(), per));
        state.use(payee, payee, Token.Use.CONNECTIVE);
        boolean year = per == OtherCost.Per.YEAR || (!state.isNumberAt(indexOfYear() - 1) && indexOfYear() > 0);
        if (year && !state.remembered.has(SlotName.MONTHS)) {
            state.slots.put(SlotName.MONTHS, Slot.of(MONTHS_OF_YEAR, Origin.DERIVED));
        }
        return true;
    }

    private int indexOfYear() {
        return IntStream.range(0, state.size())
                .filter(i -> state.isAt(i, Measure.YEAR))
                .findFirst()
                .orElse(-1);
    }

    /** {@code could a tuned model be below $0.50 a letter?}: what one may cost at most takes the place of what others take. */
    private boolean isLimitOfOne(SlotCandidates.Money money) {
        boolean below = !state.isNumberAt(money.first() - 1)
                && (state.hasTyped(money.first() - 1, Trait.CAPS) || state.hasTyped(money.first() - 1, Trait.THAN));
        int unit = below ? unit(money.last()) : -1;
        Numeral amount = Amounts.counted(state.token(money.number()).numeral());
        if (unit < 0 || amount.isRange() || state.terse) {
            return false;
        }
        if (said != null) {
            state.add(said);
        }
        put(money, new OtherCost(value(money), money.currency(), OtherCost.Per.REQUEST, LIMIT), unit);
        return true;
    }

    /** No sum has three decimals: {@code 4.900 €} are thousands. */
    private BigDecimal value(SlotCandidates.Money money) {
        String typed = state.typed(money.number(), money.number());
        return THOUSANDS.matcher(typed).matches()
                ? new BigDecimal(typed.replace(".", ""))
                : Amounts.counted(state.token(money.number()).numeral()).value();
    }

    private void put(SlotCandidates.Money money, OtherCost cost, int end) {
        String typed = state.text.typed(state.token(money.first()).start, state.token(end).end);
        said = new Problem.UnknownWord(typed, List.of(), state.span(money.first(), end));
        state.use(money.first(), end, Token.Use.CONNECTIVE);
        state.token(money.number()).use = Token.Use.SLOT;
        state.candidates.settle(money.number());
        state.slots.put(SlotName.OTHER_COST, Slot.said(cost, state.span(money.first(), end)));
    }

    private boolean isNamed() {
        if (named == null) {
            named = state.hasTypedAnywhere(Trait.OUTSIDE_HELP);
        }
        return named;
    }

    /** In a first message it may be a background: {@code DeepL costs me $30 and that is ok. What does it cost to tune a model?} */
    private boolean isCompared() {
        return !state.remembered.isEmpty()
                || state.has(Intent.COMPARE)
                || state.has(Intent.TCO)
                || state.has(Intent.WORTHIT)
                || state.has(Category.PERIODS)
                || IntStream.range(0, state.size())
                        .filter(i -> !state.isNumberAt(i))
                        .anyMatch(i -> state.hasTyped(i, Trait.CHEAPER) || state.hasTyped(i, Trait.COSTS_LESS));
    }

    /** A capital letter makes it a name of its own: {@code DeepL}. */
    private String name(int payee) {
        Token token = state.token(payee);
        String typed = state.text.typed(token.start, token.end);
        return typed.substring(typed.lastIndexOf(' ') + 1);
    }

    /** Returns the index of who takes the amount, in its sentence or before a pronoun that opens it: {@code They quoted $18,000}; or -1. */
    private int payee(SlotCandidates.Money money) {
        Sentence sentence = state.sentence(money.number());
        int near = find(sentence.first(), sentence.end());
        boolean they = state.hasTyped(sentence.first(), Trait.WHO_ASKS);
        return near >= 0 || !they ? near : find(0, sentence.first());
    }

    private int find(int first, int end) {
        return IntStream.range(first, end)
                .filter(i -> !state.isNumberAt(i) && state.hasTyped(i, Trait.OUTSIDE_HELP))
                .findFirst()
                .orElse(-1);
    }

    private OtherCost.@Nullable Per per(int last) {
        TimeUnit period = periods.timeAfter(last);
        if (period == TimeUnit.MONTH) {
            return OtherCost.Per.MONTH;
        }
        if (period == TimeUnit.YEAR || isYearly(last + 1)) {
            return OtherCost.Per.YEAR;
        }
        return period == null && unit(last) > 0 ? OtherCost.Per.REQUEST : null;
    }

    private boolean isYearly(int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.YEARLY);
    }

    /** Returns the index of the letter of {@code £4 per letter}, {@code 0.04 € per answered guest}; or -1. */
    private int unit(int last) {
        boolean per = state.isAt(last + 1, Cue.PER) || state.isAt(last + 1, Cue.ARTICLE) || state.isSlash(last + 1);
        for (int i = last + 2; per && i <= last + 2 + REACH && !state.isBreakAt(i) && state.at(i) != null; i++) {
            boolean tokens =
                    state.isAt(i, Measure.TOKEN) || state.isAt(i, Measure.EXAMPLE) || state.isAt(i, Measure.HOUR);
            if (state.isNumberAt(i) || tokens || state.timeAt(i) != null) {
                return -1;
            }
            if (isServed(i)) {
                return i;
            }
        }
        return -1;
    }

    /** What an answer is given to, or the answer: {@code letter}, {@code guest}, {@code reply}. */
    private boolean isServed(int i) {
        return state.isItemAt(i)
                || state.isAt(i, Measure.REQUEST)
                || state.isAt(i, Cue.OUTPUT)
                || state.hasTyped(i, Trait.HEADS)
                || state.hasTyped(i, Trait.ANSWERED);
    }

    private int end(int last, OtherCost.Per per) {
        return per == OtherCost.Per.REQUEST ? unit(last) : Math.max(last, periods.lastOfPeriod(last));
    }

    /** {@code an agency pays us $4,900}. */
    private boolean isEarned(int verb) {
        return EARNED.contains(state.typed(verb, verb)) && state.hasTyped(verb - 1, Trait.OUTSIDE_HELP);
    }

    /** The bill of a model, the fee of an endpoint and the price of a GPU have their own places. */
    private boolean isOfOther(SlotCandidates.Money money, int payee) {
        Clause clause = state.clause(money.number());
        boolean several =
                state.candidates.money().stream().anyMatch(each -> !state.candidates.isSettled(each.number()));
        boolean limit = !state.isNumberAt(money.first() - 1) && state.hasTyped(money.first() - 1, Trait.CAPS);
        boolean past = state.remembered.isEmpty()
                && IntStream.range(clause.first(), money.first()).anyMatch(i -> state.isAt(i, Cue.REPORT));
        return several
                || limit
                || past
                || IntStream.range(clause.first(), clause.end())
                        .filter(i -> i != payee && !state.isNumberAt(i))
                        .anyMatch(i -> state.isOfMention(i)
                                || state.isAt(i, Category.GPUS)
                                || state.hasTyped(i, Trait.HOSTING)
                                || state.hasTyped(i, Trait.PREPARES_DATA)
                                || state.hasTyped(i, Trait.LABELS)
                                || state.hasTyped(i, Trait.OTHER_USER)
                                || isEarned(i));
    }
}
