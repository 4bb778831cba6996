package io.tunetally.answer.outcome;

import io.tunetally.request.CanonicalText;
import io.tunetally.request.Request;

/**
 * A next question, offered as a button.
 *
 * @param request the request that the button makes
 * @param command the question as text that can be typed
 */
public record NextQuestion(Kind kind, Request request, String command) {
    /** The change that a next question makes. */
    public enum Kind {
        DETAILS,
        SHORT_ANSWER,
        COMPARE_ALL,
        COMPARE_METHODS,
        OTHER_EPOCHS,
        SIX_MONTHS,
        BREAK_EVEN,
        BREAK_EVEN_EXAMPLE,
        TUNED_PROMPT,
        BREAK_EVEN_UNTUNED,
        OTHER_EDITION,
        RECOMMEND,
        WORTH_IT,
        ESTIMATE,
        WITHOUT,
        MODELS,
        TARGET,
        RENTED,
        CRITERION,
        COST,
        EXPLAIN,
        TIPPING_POINTS,
        BEYOND_TIPPING_POINT
    }

    public NextQuestion(Kind kind, Request request) {
        this(kind, request, CanonicalText.write(request));
    }
}
