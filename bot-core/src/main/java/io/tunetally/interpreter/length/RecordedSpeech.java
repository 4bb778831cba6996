package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the tokens of speech from how long it lasts, where no length is said in tokens or words: {@code 3,000 call transcripts of 8
 * minutes}, {@code each call lasts 6 minutes}, {@code 1,200 hours of recorded calls, transcribed}. What is spoken in a minute are about 150 words.
 */
public final class RecordedSpeech {
    /** The tokens of 150 words. */
    private static final BigDecimal TOKENS_OF_A_MINUTE = BigDecimal.valueOf(200);

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

    /** The longest single recording. */
    private static final BigDecimal MOST_MINUTES_OF_ONE = BigDecimal.valueOf(600);

    /** The most words between a length and what lasts for it. */
    private static final int REACH = 5;

    private final ParseState state;

    private RecordedSpeech(ParseState state) {
        this.state = state;
    }

    /** Fills a length that nothing else says. */
    public static void read(ParseState state) {
        boolean open = state.hasTypedAnywhere(Trait.SPEECH)
                && !state.hasTypedAnywhere(Trait.SOUND_MODEL)
                && !state.candidates.has(SlotName.TOTAL_TOKENS)
                && state.candidates.openTokens().isEmpty();
        boolean timed = state.has(Measure.MINUTE) || state.has(Measure.HOUR);
        boolean about = state.speaksOfTuning() || state.terse || state.asks();
        if (open && timed && about) {
            new RecordedSpeech(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            int unit = state.isSymbolAt(i + 1, '-') ? i + 2 : i + 1;
            if (isOpenTime(i, unit)) {
                SlotName<?> slot = isOfEach(i, unit) ? slotOfEach() : isInAll(unit) ? SlotName.TOTAL_TOKENS : null;
                if (slot != null && !state.candidates.has(slot)) {
                    claim(slot, i, unit);
                    return;
                }
            }
        }
    }

    private boolean isOpenTime(int number, int unit) {
        return state.isNumberAt(number)
                && (state.isAt(unit, Measure.MINUTE) || state.isAt(unit, Measure.HOUR))
                && !state.isNumberAt(unit)
                && state.candidates.slotOf(number) == null
                && !state.token(number).numeral().isAmbiguous();
    }

    /** {@code calls of 8 minutes}, {@code each call lasts 6 minutes}, {@code 400 interviews, 20 minutes each}, {@code 8 minute calls}. */
    private boolean isOfEach(int number, int unit) {
        int last = isSpeech(unit + 1) && !state.isPluralAt(unit + 1) ? unit + 1 : unit;
        boolean each = state.isAt(last + 1, Cue.EACH)
                || (state.isAt(last + 1, Cue.PER) && isSpeech(last + 2))
                || state.isAt(last + 1, Cue.AVERAGE);
        boolean before = each ? isSpeechInSentence(number) : isLed(number) && !isWork(unit);
        boolean behind = isSpeech(unit + 1) && state.isPluralAt(unit + 1);
        return (before || behind) && minutes(number, unit).compareTo(MOST_MINUTES_OF_ONE) <= 0;
    }

    /** {@code takes 3 minutes to write up}: work on speech takes its time, too. */
    private boolean isWork(int unit) {
        return state.isAt(unit + 1, Cue.TO) || state.isAt(unit + 1, Cue.FOR);
    }

    /** True if only words of lasting stand between speech and its length. */
    private boolean isLed(int number) {
        for (int i = number - 1; i >= number - REACH && !state.isBreakAt(i); i--) {
            if (isSpeech(i)) {
                return i < number - 1;
            }
            boolean link = state.isAt(i, Cue.OF)
                    || state.isAt(i, Cue.ABOUT)
                    || state.isAt(i, Cue.AVERAGE)
                    || state.isAt(i, Cue.IS)
                    || state.isAt(i, Cue.ARTICLE)
                    || state.hasTyped(i, Trait.APPROXIMATES)
                    || state.hasTyped(i, Trait.LOCATIVE)
                    || state.hasTyped(i, Trait.RELATIVE)
                    || state.hasTyped(i, Trait.THAT_CLAUSE)
                    || state.hasTyped(i, Trait.TRANSCRIBED)
                    || state.hasTyped(i, Trait.LASTS_FOR);
            if (!link) {
                return state.isAt(i, Cue.EACH) && state.hasTyped(i + 1, Trait.LASTS_FOR) && isSpeechInSentence(i);
            }
        }
        return false;
    }

    private boolean isSpeechInSentence(int number) {
        for (int i = number - 1; i >= state.sentence(number).first(); i--) {
            if (isSpeech(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSpeech(int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.SPEECH);
    }

    /** {@code 1,200 hours of recorded calls, all transcribed}: sound alone is no text. */
    private boolean isInAll(int unit) {
        boolean text = state.hasTypedAnywhere(Trait.TRANSCRIBED) && state.isAt(unit + 1, Cue.OF) && !isInEach(unit);
        for (int i = unit + 2; text && i <= unit + 1 + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (isSpeech(i)) {
                return !isRated(i) && !state.candidates.has(SlotName.EXAMPLES);
            }
        }
        return false;
    }

    /** {@code 2 hours a day of calls} is a flow. */
    private boolean isInEach(int unit) {
        return state.isRateAt(unit + 1);
    }

    private boolean isRated(int speech) {
        return state.isRateAt(speech + 1);
    }

    /** Returns the length of a request where the speech comes in so often, else that of an example, or null where neither is counted. */
    private @Nullable SlotName<?> slotOfEach() {
        int data = -1;
        boolean flow = false;
        for (int i = 1; i < state.size(); i++) {
            int number = state.isNumberAt(i - 1) ? i - 1 : i - 2;
            boolean counted = isSpeech(i) && state.isCountAt(number);
            data = counted && data < 0 && !isRated(i) ? number : data;
            flow |= counted && isRated(i);
        }
        if (data >= 0 && state.candidates.has(SlotName.EXAMPLES) && !state.candidates.isOf(SlotName.EXAMPLES, data)) {
            // "24 episodes of 22 minutes; the data are 11,400 subtitle blocks"
            return null;
        }
        boolean requests = state.candidates.has(SlotName.REQUESTS_PER_DAY) && (flow || data < 0);
        return requests
                ? SlotName.INPUT_TOKENS
                : state.candidates.has(SlotName.EXAMPLES) || areExamples(data) ? SlotName.TOKENS_PER_EXAMPLE : null;
    }

    /** {@code 3,000 calls of 8 minutes audio each}: claims what no reader took for examples. */
    private boolean areExamples(int number) {
        boolean open = number >= 0
                && state.candidates.slotOf(number) == null
                && !state.candidates.isSettled(number)
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY);
        if (open) {
            state.claim(SlotName.EXAMPLES, number, number, number + 1);
            state.candidates.settle(number);
        }
        return open;
    }

    private BigDecimal minutes(int number, int unit) {
        return minutes(Amounts.counted(state.token(number).numeral()).value(), unit);
    }

    private BigDecimal minutes(BigDecimal time, int unit) {
        return state.isAt(unit, Measure.HOUR) ? time.multiply(MINUTES_OF_AN_HOUR) : time;
    }

    private void claim(SlotName<?> slot, int number, int unit) {
        Numeral said = Amounts.counted(state.token(number).numeral());
        BigDecimal tokens = minutes(number, unit).multiply(TOKENS_OF_A_MINUTE);
        BigDecimal high = said.high();
        BigDecimal most = high == null ? null : minutes(high, unit).multiply(TOKENS_OF_A_MINUTE);
        state.candidates.withdraw(number);
        state.candidates.addDerived(slot, new Numeral(tokens, most, 0, ' ', true, List.of()), number);
        state.candidates.settle(number);
        state.use(number, unit, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
        state.candidates.explain(
                slot,
                tokens,
                String.format(
                        Locale.ROOT,
                        "%,d minutes of speech × %s tokens",
                        minutes(number, unit).toBigInteger(),
                        TOKENS_OF_A_MINUTE));
    }
}
