package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a message puts in the place of something that the conversation remembers: {@code 6 mo => 9}, {@code s/nebius/together},
 * {@code swap llama for qwen3 8b}, {@code 4o mini for 4o}. The old value says which slot is meant.
 */
public final class Replacements {
    /** The most tokens between an old number and the arrow behind its unit: {@code 400/day => 900/day}. */
    private static final int REACH = 4;
    /** The most tokens between a verb and what it replaces. */
    private static final int REACH_OF_VERB = 4;

    private final ParseState state;

    Replacements(ParseState state) {
        this.state = state;
    }

    /** Gives each number that replaces a remembered one the slot of that one; before other numbers are read. */
    public static void readNumbers(ParseState state) {
        if (state.mayEdit()) {
            new Replacements(state).readNumbers();
        }
    }

    private void readNumbers() {
        for (int i = 0; i < state.size(); i++) {
            if (state.text.isTranslated() && state.isNumberAt(i) && state.token(i).use == Token.Use.NOTHING) {
                readSwappedRange(i);
            }
            int next = isFreeNumber(i) ? newNumber(i) : isFormer(i) ? onlyOther(i) : -1;
            SlotName<?> slot = next < 0 ? null : rememberedAs(i);
            if (slot != null) {
                if (slot == SlotName.PROMPT_TOKENS) {
                    // The smaller number is else taken for the prompt after tuning.
                    Numeral now = grouped(state.token(next).numeral());
                    state.add(ParseState.WorkedOut.stated(slot, now.value(), "", List.of(i, next)));
                    state.candidates.settle(next);
                } else {
                    state.candidates.add(slot, grouped(state.token(next).numeral()), next);
                }
                state.use(Math.min(i, next + 1), Math.max(i, next - 1), Token.Use.CONNECTIVE);
                state.token(next).use = Token.Use.SLOT;
                connect(Math.max(i, next) + 1);
            }
        }
    }

    private boolean isFreeNumber(int i) {
        Token token = state.at(i);
        return token != null
                && token.isNumber()
                && token.use == Token.Use.NOTHING
                && !token.numeral().isInBillions()
                && !token.numeral().isRange();
    }

    /** Returns the index of the number that replaces another, or -1. */
    private int newNumber(int old) {
        int after = old + 1;
        while (after <= old + REACH && isUnit(after)) {
            after++;
        }
        int next = isScript() && state.isSlash(old + 1) ? old + 2 : afterArrow(after);
        next = next < 0 ? corrected(old, after) : next;
        next = state.isSymbolAt(next, '$') ? next + 1 : next;
        return next >= 0 && isFreeNumber(next) ? next : -1;
    }

    /** {@code 4,700 not 4,100}, {@code 4,700 instead of 4,100}, {@code 4,100 should be 4,700}; or -1. */
    private int corrected(int old, int after) {
        if (state.hasTyped(after, Trait.CORRECTS) && isFreeNumber(after + 1)) {
            return after + 1;
        }
        boolean denied = state.isAt(old - 1, Cue.NOT) || state.isAt(old - 1, Cue.INSTEAD_OF);
        int times = state.isSymbolAt(old - 2, ',') ? old - 3 : old - 2;
        boolean than = denied || state.hasTyped(old - 1, Trait.THAN);
        if (than && state.isAt(times, Measure.TIMES) && isFreeNumber(times - 1)) {
            // "do 5 times, not 4"
            return times - 1;
        }
        if (denied && state.isAt(after, Cue.BUT) && isFreeNumber(after + 1)) {
            return after + 1;
        }
        // "not six runs, just two"
        boolean narrowed = denied && state.isSymbolAt(after, ',') && state.hasTyped(after + 1, Trait.NARROWS);
        if (narrowed && isFreeNumber(after + 2)) {
            return after + 2;
        }
        int before = state.isSymbolAt(old - 2, ',') ? old - 3 : old - 2;
        // "350 tokens there, not 200"
        before = denied && state.hasTyped(before, Trait.PLACE) ? before - 1 : before;
        // "5 epochs not 3"
        boolean unit = denied && isUnitOf(before, old) && !state.isUnitAt(after);
        before = unit ? before - 1 : before;
        if (denied && isFreeNumber(before)) {
            return before;
        }
        // "Nearer 160 than 120"
        if (state.hasTyped(old - 1, Trait.THAN) && isFreeNumber(old - 2)) {
            return old - 2;
        }
        int swapped = swapped(old, after);
        if (swapped >= 0) {
            return swapped;
        }
        int grown = grown(after);
        if (grown >= 0) {
            return grown;
        }
        // "En vez de 3 épocas pon 5"
        boolean led = state.isAt(old - 1, Cue.INSTEAD_OF) && state.text.isTranslated() && isFirstNumber(old);
        if (led) {
            return onlyBehind(after);
        }
        // "24 months of cost, not 12"
        boolean behind = state.isAt(old - 1, Cue.NOT)
                && state.isSymbolAt(old - 2, ',')
                && state.isBreakAt(after)
                && rememberedAs(old) != null;
        int named = behind ? beforeWords(old) : -1;
        if (named >= 0) {
            return named;
        }
        int other = after == old + 1 && isGivenUp(old, after) ? onlyOther(old) : -1;
        if (other >= 0) {
            return other;
        }
        int counted = state.isAt(old - 1, Cue.INSTEAD_OF) ? beforeNoun(old - 2) : -1;
        return counted >= 0 || !denied ? counted : now(after);
    }

    /** {@code scratch the 240}, {@code instead of 240}, {@code 240 is out of date}. */
    private boolean isGivenUp(int old, int after) {
        int verb = beforeArticle(old);
        return state.isAt(verb, Cue.DROP)
                || state.isAt(old - 1, Cue.DROP)
                || state.isAt(verb, Cue.INSTEAD_OF)
                || (state.isAt(after, Cue.IS) && state.hasTyped(after + 1, Trait.GIVES_UP));
    }

    /** The 240 of {@code scratch the 240, make it 610}, which is known to be no new value. */
    private boolean isFormer(int i) {
        return state.isNumberAt(i) && state.token(i).use == Token.Use.KNOWN_NON_SLOT && isGivenUp(i, i + 1);
    }

    /** The 610 of {@code scratch the 240. Two counties are joining, make it 610}: the only other number, which has no unit; or -1. */
    private int onlyOther(int old) {
        int found = -1;
        boolean counts = false;
        for (int i = 0; i < state.size(); i++) {
            if (i == old || !state.isNumberAt(i)) {
                continue;
            }
            if (counts(i)) {
                counts = true;
                continue;
            }
            boolean unit = state.isUnitAt(i + 1) && !isUnitOf(i + 1, old);
            if (found >= 0 || !isFreeNumber(i) || unit || state.isUnitAt(i - 1)) {
                return -1;
            }
            found = i;
        }
        // "Forget the 320, there are twenty six routes with 15 complaints a day" is worked out.
        return counts && state.isUnitAt(found + 1) ? -1 : found;
    }

    /** The two of {@code two counties}: it counts something that no slot is about. */
    private boolean counts(int number) {
        return state.typed(number, number).chars().noneMatch(Character::isDigit)
                && (!state.isUnitAt(number + 1) || state.isAt(number + 1, Measure.OTHER))
                && !state.isBreakAt(number + 1);
    }

    /** The 650 of {@code replace 500 with 650}, {@code troque 500 por 650}, or -1. */
    private int swapped(int old, int after) {
        if (verb(old) < 0) {
            return -1;
        }
        // "Remplace 500 par 650": the word between is translated as that of a rate.
        boolean per = state.isAt(after - 1, Cue.PER) && isFreeNumber(after);
        boolean leads =
                leadsOn(after) || (state.text.isTranslated() && !state.isNumberAt(after) && !state.isBreakAt(after));
        return per ? after : leads && isFreeNumber(after + 1) ? after + 1 : -1;
    }

    /** {@code 1,500を1,800に変えて}, {@code tausch die 3 gegen 4}: in other languages what is swapped may read as a range. */
    private void readSwappedRange(int i) {
        BigDecimal high = state.token(i).numeral().high();
        boolean swaps = high != null && (verb(i) >= 0 || state.isAt(i + 1, Cue.SAME) || state.isAt(i + 2, Cue.SAME));
        SlotName<?> slot = swaps ? rememberedAs(i) : null;
        if (slot != null && high != null) {
            state.candidates.add(slot, Numeral.of(high), i);
            state.token(i).use = Token.Use.SLOT;
            connect(i + 1);
        }
    }

    private boolean isFirstNumber(int number) {
        for (int i = state.sentence(number).first(); i < number; i++) {
            if (state.isNumberAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the only free number behind an index in its sentence, or -1. */
    private int onlyBehind(int from) {
        int found = -1;
        for (int i = from; i < state.sentence(from - 1).end(); i++) {
            if (isFreeNumber(i)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** The 3,450 of {@code the 3,100 has grown to 3,450}, or -1. */
    private int grown(int after) {
        for (int i = after; i < after + REACH && !state.isBreakAt(i); i++) {
            boolean changes = state.hasTyped(i, Trait.GROWS)
                    || state.hasTyped(i, Trait.SHRINKS)
                    || state.hasTyped(i, Trait.CHANGES_COUNT);
            if (changes && state.isAt(i + 1, Cue.TO) && isFreeNumber(i + 2)) {
                return i + 2;
            }
        }
        return -1;
    }

    /** The 4,100 of {@code 4,100 loan files in place of 3,500}, or -1. */
    private int beforeNoun(int noun) {
        for (int i = noun; i > noun - REACH; i--) {
            if (isFreeNumber(i)) {
                return i;
            }
            Token token = state.at(i);
            boolean thing = state.isItemAt(i) || state.isAt(i, Measure.OTHER);
            if (token == null || !(token.kind == Token.Kind.WORD || thing)) {
                return -1;
            }
        }
        return -1;
    }

    /** Returns the index of the 24 of {@code 24 months of cost, not 12}, or -1. */
    private int beforeWords(int old) {
        int comma = old - 2;
        for (int i = comma - 1; i >= comma - REACH && !state.isBreakAt(i); i--) {
            if (state.isNumberAt(i)) {
                return isFreeNumber(i) && isUnitOf(i + 1, old) ? i : -1;
            }
        }
        return -1;
    }

    /** The 2400 of {@code prompt isn't 1800 anymore, someone added few-shots, 2400 now}: the only number behind the old one, or -1. */
    private int now(int from) {
        int found = onlyBehind(from);
        boolean today = state.hasTyped(found - 1, Trait.TODAY) || state.hasTyped(found + 1, Trait.TODAY);
        return found >= 0 && today && !state.isUnitAt(found + 1) ? found : -1;
    }

    /** The {@code epochs} of {@code 5 epochs not 3}; the 4 of {@code 2 hours, not 4} are hours, and no remembered epochs. */
    private boolean isUnitOf(int unit, int old) {
        Measure measure = state.measureAt(unit);
        SlotName<?> slot = rememberedAs(old);
        if (measure == null || slot == null) {
            return false;
        }
        if (measure == Measure.EPOCH || slot == SlotName.EPOCHS) {
            return measure == Measure.EPOCH && slot == SlotName.EPOCHS;
        }
        return measure.isTime() ? measure == Measure.MONTH && slot == SlotName.MONTHS : slot != SlotName.MONTHS;
    }

    private boolean isUnit(int i) {
        return state.isUnitAt(i)
                || state.isAt(i, Cue.PER)
                || state.isAt(i, Cue.EACH)
                || state.isAt(i, Category.PERIODS);
    }

    /** The unit of the new number says nothing more. */
    private void connect(int first) {
        for (int i = first; i < first + REACH && isUnit(i); i++) {
            state.token(i).use = Token.Use.CONNECTIVE;
        }
    }

    /** Returns 4,700 for {@code 4.700}: beside a remembered 4,100, {@code 4.100} has a point between thousands. */
    private static Numeral grouped(Numeral numeral) {
        return numeral.isAmbiguous() ? Numeral.of(Collections.max(numeral.readings())) : Amounts.counted(numeral);
    }

    /** Returns the slot that has the value of a number, or null if none or several have. */
    @Nullable SlotName<?> rememberedAs(int number) {
        Numeral old = grouped(state.token(number).numeral());
        SlotName<?> found = null;
        for (SlotName<?> name : state.remembered.names()) {
            BigDecimal before = state.remembered.number(name);
            if (before != null && before.compareTo(old.value()) == 0) {
                if (found != null) {
                    return null;
                }
                found = name;
            }
        }
        return found;
    }

    /** True if the name that ends at an index gives way to another: {@code phi-4 => gemma 3 12b}. */
    public static boolean isReplaced(ParseState state, int last) {
        return state.mayEdit() && new Replacements(state).isReplaced(last);
    }

    private boolean isReplaced(int last) {
        int next = afterArrow(last + 1);
        if (next > 0 && !state.isBreakAt(next)) {
            return true;
        }
        if (isLeftFor(last)) {
            return true;
        }
        int first = firstOfName(last);
        if (isScript()) {
            return first == 2 && state.isSlash(last + 1);
        }
        if (state.hasTypedAnywhere(Trait.SWAPS)
                && state.isAt(beforeArticle(first), Cue.FOR)
                && isNewFirst(beforeArticle(first) - 1)) {
            return true;
        }
        int verb = verb(first);
        if (verb >= 0 && !state.isAt(verb + 1, Cue.IN)) {
            // "swap the gemini one for nova micro"
            int end = !leadsOn(last + 1) && state.hasTyped(last + 1, Trait.ONE_OF_THEM) ? last + 1 : last;
            // "tausch gpt-4o-mini gegen nova lite"
            boolean leads = leadsOn(end + 1) || (state.text.isTranslated() && state.isAt(end + 1, Cue.VERSUS));
            return leads && isName(pastArticle(end + 2)) && !isNewFirst(last);
        }
        return state.isAt(beforeArticle(first), Cue.FOR)
                && !state.hasTypedAnywhere(Trait.SWAPS)
                && isSameKind(beforeArticle(first) - 1, last);
    }

    /**
     * {@code together was not approved, kindly put fireworks in its place}, {@code together is not on our list, it has to be fireworks},
     * {@code remplace together par fireworks}: the remembered seller gives way to the one that is named behind it.
     */
    private boolean isLeftFor(int last) {
        if (!state.isAt(last, Category.PROVIDERS) || state.hasQuestionMark()) {
            return false;
        }
        ProviderId before = state.remembered.value(SlotName.PROVIDER);
        Token token = state.token(last);
        boolean known = before != null && token.lexeme != null && before.value().equals(token.lexeme.value());
        boolean left =
                known && (state.any(each -> each.is(Trait.IN_ITS_PLACE)) || isRefused(last) || isSwappedAbroad(last));
        return left && isSellerBehind(last);
    }

    /** {@code together is not on our list, it has to be fireworks}: denied in its clause, and another is demanded in the next. */
    private boolean isRefused(int seller) {
        int end = state.clause(seller).end();
        boolean denied = state.isAt(seller + 1, Cue.NOT)
                || ((state.isAt(seller + 1, Cue.IS) || state.hasTyped(seller + 1, Trait.AUXILIARY))
                        && state.isAt(seller + 2, Cue.NOT));
        boolean demanded = false;
        for (int i = end; denied && i < state.size(); i++) {
            demanded |= state.hasTyped(i, Trait.DEMANDS)
                    || state.hasTyped(i, Trait.OBLIGES)
                    || state.hasTyped(i, Trait.NEEDS)
                    || state.isAt(i, Cue.SAME)
                    || state.isAt(i, Cue.INSTEAD);
        }
        return demanded;
    }

    /** {@code troca a Together pela Fireworks}: other languages lead to the new one by words of many meanings. */
    private boolean isSwappedAbroad(int seller) {
        if (!state.text.isTranslated()) {
            return false;
        }
        for (int i = seller - 1; i >= Math.max(0, seller - REACH_OF_VERB) && !state.isBreakAt(i); i--) {
            if (state.hasTyped(i, Trait.SWAPS) || state.token(i).intent() == Intent.MIGRATE) {
                return true;
            }
        }
        return false;
    }

    private boolean isSellerBehind(int seller) {
        for (int i = seller + 1; i < state.size(); i++) {
            if (state.isAt(i, Category.PROVIDERS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code substitute gpt-4.1 for gpt-4o}: of the two models the remembered one gives way, wherever it stands. */
    private boolean isNewFirst(int last) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        if (before == null || !state.isAt(last + 1, Cue.FOR)) {
            return false;
        }
        boolean first = false;
        boolean second = false;
        for (Mention mention : state.mentions) {
            first |= mention.last() == last && mention.id() != null && !before.contains(mention.id());
            second |= mention.first() == pastArticle(last + 2) && mention.id() != null && before.contains(mention.id());
        }
        return first && second;
    }

    /** Returns the index behind an arrow, or -1: {@code ->}, {@code =>}, {@code >>}. */
    private int afterArrow(int at) {
        if (state.isAt(at, Trait.ARROW)) {
            return at + 1;
        }
        boolean drawn = state.isSymbolAt(at, '=') || state.isSymbolAt(at, '>') || state.isSymbolAt(at, '-');
        return drawn && state.isSymbolAt(at + 1, '>') ? at + 2 : -1;
    }

    /** {@code s/nebius/together}. */
    private boolean isScript() {
        return state.isSlash(1) && state.hasTyped(0, Trait.SCRIPT);
    }

    private int verb(int before) {
        for (int i = before - 1; i >= Math.max(0, before - REACH_OF_VERB) && !state.isBreakAt(i); i--) {
            boolean abroad = state.text.isTranslated() && state.hasTyped(i, Trait.SWAPS_ABROAD);
            if (abroad || state.hasTyped(i, Trait.SWAPS)) {
                return i;
            }
        }
        return -1;
    }

    private boolean leadsOn(int i) {
        return state.isAt(i, Cue.FOR)
                || state.isAt(i, Cue.OF)
                || state.isAt(i, Cue.TO)
                || state.hasTyped(i, Trait.REPLACED_BY)
                || (state.text.isTranslated() && isForeignLink(i));
    }

    /** The {@code por} of {@code cambia 3 por 4}, the {@code gegen} of {@code tausch es gegen ...}, which are translated as other words. */
    private boolean isForeignLink(int i) {
        Token token = state.at(i);
        return token != null
                && (token.is(Cue.PER)
                        || token.is(Cue.ON)
                        || token.is(Cue.VERSUS)
                        || (token.kind == Token.Kind.WORD && state.isOfMention(i + 1)));
    }

    private int firstOfName(int last) {
        int first = last;
        while (first > 0 && isName(first - 1) && state.token(first - 1).kind != Token.Kind.NUMBER) {
            first--;
        }
        return first;
    }

    private int beforeArticle(int first) {
        return isArticle(first - 1) ? first - 2 : first - 1;
    }

    private int pastArticle(int i) {
        return isArticle(i) ? i + 1 : i;
    }

    private boolean isArticle(int i) {
        return state.isAt(i, Cue.ARTICLE) || (state.at(i) != null && state.hasTyped(i, Trait.DEFINITE_ARTICLE));
    }

    private boolean isName(int i) {
        return isModel(i) || state.isAt(i, Category.PROVIDERS) || state.isAt(i, Category.GPUS) || state.isOfMention(i);
    }

    private boolean isModel(int i) {
        Token token = state.at(i);
        return token != null
                && (token.is(Category.MODELS)
                        || token.is(Category.FAMILIES)
                        || token.is(Category.TIERS)
                        || state.isSize(i));
    }

    private boolean isSameKind(int i, int k) {
        return (isModel(i) && isModel(k))
                || (state.isAt(i, Category.PROVIDERS) && state.isAt(k, Category.PROVIDERS))
                || (state.isAt(i, Category.GPUS) && state.isAt(k, Category.GPUS));
    }
}
