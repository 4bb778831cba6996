package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans of time that are only told: how long others took, or in which time the data came together. */
final class ToldSpans {
    private final ParseState state;
    private final Map<Sentence, Boolean> told = new HashMap<>();
    private @Nullable Boolean ofEachPeriod;

    ToldSpans(ParseState state) {
        this.state = state;
    }

    /**
     * {@code a guy did it over 6 days. What would llama 8b cost?}: how long others took, or what the data covers, in a post whose
     * question is not about running.
     */
    boolean isTold(int number) {
        if (state.terse || !state.remembered.isEmpty()) {
            return state.mayEdit() && isOfReason(number);
        }
        Sentence sentence = state.sentence(number);
        // The traffic may be read after the span was first seen.
        return !sentence.asks() && !isAboutRunning() && told.computeIfAbsent(sentence, this::tells);
    }

    /** {@code 650 a day, says Mirela, who has been here 22 years}, {@code 820 tokens, Ines measured it over 3 weeks}: why an edit is made. */
    private boolean isOfReason(int number) {
        Clause clause = state.clause(number);
        boolean told = false;
        for (int i = clause.first(); clause.first() > 0 && i < number; i++) {
            told |= !state.isNumberAt(i) && (state.isAt(i, Cue.REPORT) || state.hasTyped(i, Trait.NOTED_DOWN));
        }
        return told;
    }

    /** {@code they noted down the queries for four months}: how long the data were collected. */
    boolean isOfNotes(int number) {
        Sentence sentence = state.sentence(number);
        boolean notes = false;
        boolean possible = !state.terse && state.isAt(number - 1, Cue.FOR) && !sentence.asks();
        for (int i = sentence.first(); possible && i < number; i++) {
            notes |= !state.isNumberAt(i) && state.hasTyped(i, Trait.NOTED_DOWN);
        }
        return notes && !state.candidates.has(SlotName.REQUESTS_PER_DAY);
    }

    private boolean isAboutRunning() {
        return state.has(Intent.TCO)
                || state.has(Intent.BREAKEVEN)
                || state.has(Cue.RETRAIN)
                || state.has(Category.RATES)
                || state.has(Measure.REQUEST)
                || state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || state.candidates.has(SlotName.MONTHLY_BILL_USD)
                || !state.asks()
                || !state.has(Category.INTENTS)
                || isOfEachPeriod();
    }

    /** True of a sentence without a word for serving. */
    private boolean tells(Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.hasTyped(i, Trait.SERVES)
                    || state.hasTyped(i, Trait.RUNNING)
                    || state.hasTyped(i, Trait.TRIAL)
                    || state.hasTyped(i, Trait.RUNS_MODEL)
                    || state.isAt(i, Category.DEPLOYMENTS)) {
                return false;
            }
        }
        return true;
    }

    /** {@code 900 chats a day}, but not {@code within a day or two}. */
    private boolean isOfEachPeriod() {
        if (ofEachPeriod == null) {
            ofEachPeriod = namesEachPeriod();
        }
        return ofEachPeriod;
    }

    private boolean namesEachPeriod() {
        for (int i = 0; state.has(Category.PERIODS) && i < state.size(); i++) {
            if (state.isAt(i, Category.PERIODS) && !state.isAt(i + 1, Cue.OR)) {
                return true;
            }
        }
        return false;
    }
}
