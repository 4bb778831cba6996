package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import io.tunetally.request.UpTime;

/** Words that speak of running a model, not of training it: {@code host}, {@code inference}, {@code run llama 8b}. */
public final class RunningWord {
    /** The most words between {@code run} and the model. */
    private static final int REACH = 4;

    /** The most words between {@code keep} and the word for serving. */
    private static final int REACH_OF_KEPT = 8;

    /** A message speaks of its subject early. */
    private static final int MOST_TOKENS = 80;

    /** A question for the cost of a month has hardly more words. */
    private static final int MOST_TOKENS_OF_BILL = 12;

    /** The same of one that means the month in place of the job. */
    private static final int MOST_TOKENS_OF_MONTH = 9;

    /** The most words from what is paid at first to what is paid later. */
    private static final int REACH_OF_LATER = 12;

    private RunningWord() {}

    /** True if a message has such a word. */
    public static boolean isIn(ParseState state) {
        for (int i = 0; i < Math.min(state.size(), MOST_TOKENS); i++) {
            if (state.hasTyped(i, Trait.SERVES)) {
                return true;
            }
        }
        for (Mention mention : state.mentions) {
            if (isRun(state, mention.first())) {
                return true;
            }
        }
        return isAlwaysUp(state);
    }

    /** {@code our tuned mistral 7b 24/7}, {@code a tuned 8b always on}: what never stops is no training. */
    private static boolean isAlwaysUp(ParseState state) {
        boolean model = !state.mentions.isEmpty() || state.slots.has(SlotName.SIZE_B);
        return model
                && state.size() <= MOST_TOKENS
                && state.upTimes().stream().anyMatch(time -> time.meaning() == UpTime.ALWAYS);
    }

    /** {@code keep a 70b model online}, {@code keep our tuned 8b always on}: what is kept so is served, not stored. */
    public static boolean isKeptUp(ParseState state) {
        int kept = -MOST_TOKENS;
        for (int i = 0; i < Math.min(state.size(), MOST_TOKENS); i++) {
            kept = !state.isNumberAt(i) && state.hasTyped(i, Trait.KEEPS) ? i : kept;
            if (i - kept <= REACH_OF_KEPT && state.hasTyped(i, Trait.KEPT_UP)) {
                return true;
            }
        }
        return kept >= 0 && state.upTimes().stream().anyMatch(time -> time.meaning() == UpTime.ALWAYS);
    }

    /** {@code whats it run me a month}, {@code so what am I paying every month}: of traffic that the conversation knows, and of nothing else. */
    static boolean asksByTheMonth(ParseState state) {
        boolean asks = state.has(Cue.QUESTION) || state.has(Intent.ESTIMATE) || state.has(Intent.TCO);
        return asks
                && state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && state.size() <= MOST_TOKENS_OF_BILL
                && (state.has(Measure.MONTH) || state.has(Intent.TCO))
                && state.mentions.isEmpty()
                && !state.has(Cue.REPORT)
                && !state.any(token -> token.isNumber() || token.kind == Token.Kind.WORD);
    }

    /** {@code one-off and monthly cost}, {@code what do I pay up front and what every month after}, {@code setup cost plus ongoing cost}: the whole of both. */
    static boolean asksOnceAndMonthly(ParseState state) {
        if (!state.hasTypedAnywhere(Trait.PAID_AT_FIRST)
                || state.has(Cue.RETRAIN)
                || !state.candidates.money().isEmpty()) {
            return false;
        }
        int first = -MOST_TOKENS;
        for (int i = 0; i < Math.min(state.size(), MOST_TOKENS); i++) {
            boolean number = state.isNumberAt(i);
            if (!number && state.hasTyped(i, Trait.PAID_AT_FIRST)) {
                first = i;
            } else if (number || state.isAt(i, Cue.OR) || state.isAt(i, Cue.TRAINING)) {
                first = -MOST_TOKENS;
            } else if (i - first <= REACH_OF_LATER && isPaidLater(state, i)) {
                return state.candidates.hasData() || !state.mentions.isEmpty();
            }
        }
        return false;
    }

    /** {@code and per month?}, {@code I meant monthly}, {@code no I need the monthly figure}: of a job whose price is known. */
    static boolean meansMonthly(ParseState state) {
        boolean job = state.remembered.has(SlotName.EXAMPLES) || state.remembered.has(SlotName.TOTAL_TOKENS);
        if (!job
                || state.size() > MOST_TOKENS_OF_MONTH
                || !(state.has(Measure.MONTH) || state.hasTypedAnywhere(Trait.PAID_LATER))
                || state.remembered.has(SlotName.RETRAIN_EVERY_DAYS)
                || !state.mentions.isEmpty()
                || state.has(Cue.RETRAIN)
                || state.has(Cue.TRAINING)
                || state.has(Cue.REPORT)) {
            return false;
        }
        boolean monthly = false;
        for (int i = 0; i < state.size(); i++) {
            boolean later = !state.isNumberAt(i) && isPaidLater(state, i);
            monthly |= later;
            if (!later && !isLittleBesideMonth(state, i)) {
                return false;
            }
        }
        return monthly;
    }

    private static boolean isLittleBesideMonth(ParseState state, int i) {
        Token token = state.token(i);
        boolean other = token.isNumber() || token.is(Cue.OR) || (token.is(Cue.NOT) && i > 0);
        return !other && (token.kind != Token.Kind.WORD || state.hasTyped(i, Trait.PRICE_NOUN));
    }

    private static boolean isPaidLater(ParseState state, int i) {
        boolean each = state.isAt(i - 1, Cue.EVERY) || state.isAt(i - 1, Cue.EACH) || state.isAt(i - 1, Cue.PER);
        boolean month = state.measureAt(i) == Measure.MONTH && (each || state.isAt(i, Category.PERIODS));
        return month || state.hasTyped(i, Trait.PAID_LATER);
    }

    /** {@code what does running it cost}: of what the conversation is about. */
    public static boolean isOfThat(ParseState state) {
        for (int i = 0; i < state.size() - 1; i++) {
            if (state.hasTyped(i, Trait.RUNS) && state.hasTyped(i + 1, Trait.PRONOUN)) {
                return true;
            }
        }
        return false;
    }

    /** {@code run a tuned llama 8b}, but not {@code run the training of llama 8b} or {@code run 3 epochs on llama 8b}. */
    private static boolean isRun(ParseState state, int model) {
        for (int i = model - 1; i >= Math.max(0, model - REACH) && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.RUNS)) {
                return true;
            }
            if (state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Category.METHODS)
                    || state.hasTyped(i, Trait.PART_OF)
                    || state.isAt(i, Cue.ON)) {
                return false;
            }
        }
        return false;
    }
}
