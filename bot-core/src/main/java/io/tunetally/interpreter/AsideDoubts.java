package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Doubts about values of prose that are told beside its question: {@code Three experiments last quarter came to $240. What would 350
 * examples on gpt-4.1-mini cost?} The runs, sums, hours and lengths of a background are a part of the job less often than counts of examples,
 * whose own weights tell it; every third of these doubts is right.
 */
final class AsideDoubts {
    private static final List<SlotName<?>> OFTEN_BACKGROUND = List.of(
            SlotName.RUNS,
            SlotName.BUDGET_USD,
            SlotName.TRAINING_HOURS,
            SlotName.TOTAL_TOKENS,
            SlotName.PROMPT_TOKENS,
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS);

    private final ParseState state;
    private final Intent intent;

    private AsideDoubts(ParseState state, Intent intent) {
        this.state = state;
        this.intent = intent;
    }

    /** Returns the doubts about values that a message which begins a conversation tells in a sentence before the question, without a plan. */
    static List<Interpretation.Doubt> of(ParseState state, Intent intent, Slots slots) {
        List<Interpretation.Doubt> doubts = new ArrayList<>(0);
        if (state.terse || !state.remembered.isEmpty()) {
            return doubts;
        }
        AsideDoubts asides = new AsideDoubts(state, intent);
        for (SlotName<?> name : OFTEN_BACKGROUND) {
            Slot<?> slot = slots.get(name);
            TextSpan span = slot == null ? null : slot.span();
            if (span != null && asides.isAside(name, span)) {
                doubts.add(new Interpretation.Doubt(asides.typed(span), span, name, null));
            }
        }
        return doubts;
    }

    /** A sum is what a question about a budget is asked for, wherever it stands. */
    private boolean isAside(SlotName<?> name, TextSpan span) {
        if (name == SlotName.BUDGET_USD && intent == Intent.BUDGET) {
            return false;
        }
        Sentence sentence = state.sentence(firstIn(span));
        return !sentence.asks() && !plans(sentence) && asksBehind(sentence);
    }

    /** What follows the question is mostly its data: {@code own or rent? 200M tokens, llama 70b}. */
    private boolean asksBehind(Sentence sentence) {
        for (int i = sentence.end() + 1; i < state.size(); i++) {
            if (state.sentence(i).asks()) {
                return true;
            }
        }
        return false;
    }

    /** {@code the plan is a sweep of 12 runs}, {@code we'd do 6 runs}, {@code my budget is $300}. */
    private boolean plans(Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            boolean plan = state.hasTyped(i, Trait.ASKED_JOB) || state.hasTyped(i, Trait.PLANS_RUN);
            boolean own = state.isAt(i, Cue.PERSON) && !state.isPast(i);
            if (!state.isNumberAt(i) && (plan || own || state.isAt(i, Cue.BUDGET))) {
                return true;
            }
        }
        return false;
    }

    private String typed(TextSpan span) {
        int first = firstIn(span);
        int last = first;
        while (last + 1 < state.size() && state.span(last + 1, last + 1).end() <= span.end()) {
            last++;
        }
        return state.typed(first, last);
    }

    private int firstIn(TextSpan span) {
        int first = 0;
        while (first + 1 < state.size() && state.span(first, first).end() <= span.start()) {
            first++;
        }
        return first;
    }
}
