package io.tunetally.interpreter;

import io.tunetally.interpreter.intent.FollowUp;
import io.tunetally.interpreter.intent.FollowUpIntent;
import io.tunetally.interpreter.intent.Gate;
import io.tunetally.interpreter.intent.IntentReader;
import io.tunetally.interpreter.intent.TopicReader;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Combines all readings: intent, gate, memory, checks, the question and the canonical text. */
final class InterpretationBuilder {
    private final ParseState state;
    private final boolean addressed;
    private final @Nullable Request remembered;
    private final IntentReader intents;
    private final Gate gate;

    InterpretationBuilder(ParseState state, boolean addressed, @Nullable Request remembered) {
        this.state = state;
        this.addressed = addressed;
        this.remembered = remembered;
        intents = new IntentReader(state);
        gate = new Gate(state, intents);
    }

    Interpretation interpretation() {
        if (state.has(Cue.RESET)
                && state.mentions.isEmpty()
                && state.candidates.all().isEmpty()) {
            return nothing();
        }
        if (addressed && isQuestionMark()) {
            return help();
        }
        Slots topic = addressed ? new TopicReader(state, gate, remembered != null).topic() : null;
        if (topic != null) {
            return of(Interpretation.Status.READY, Intent.EXPLAIN, topic, null);
        }
        boolean fresh = state.language == null && gate.isRequest();
        Request before = remembered;
        if (before != null && state.language == null && (fresh || gate.isFollowUp())) {
            return addressed ? followUp(before) : notARequest();
        }
        if (!addressed || !fresh || state.language != null) {
            return notARequest();
        }
        Intent intent = intents.intent();
        Slots said = ofIntent(intent, state.slots.build());
        if (intents.asksForTippingPoints() && !intents.isNamed() && said.isEmpty()) {
            return ofWhat();
        }
        return intent == Intent.HELP ? help() : asked(FollowUpIntent.byShape(intent, said), said);
    }

    /** Reasons decide nothing in a question about a price; the words of canonical text stay. */
    private Slots ofIntent(Intent intent, Slots said) {
        boolean advice = intent == Intent.WORTHIT || intent == Intent.RECOMMEND;
        return advice || state.has(Category.CRITERIA) ? said : said.without(SlotName.CRITERIA);
    }

    private boolean isQuestionMark() {
        return state.size() == 1 && state.hasQuestionMark();
    }

    /** True for "reset" with a few words around it, but not for "how do I reset my password". */
    static boolean forgets(ParseState state) {
        boolean other =
                state.any(token -> token.kind == Token.Kind.WORD || token.isNumber() || token.is(Category.MODELS));
        return state.has(Cue.RESET) && !other;
    }

    private Interpretation nothing() {
        return of(Interpretation.Status.NOT_A_REQUEST, Intent.NONE, Slots.NONE, null);
    }

    private Interpretation help() {
        return of(Interpretation.Status.HELP, Intent.HELP, Slots.NONE, null);
    }

    private Interpretation notARequest() {
        if (!gate.isOnTopic()) {
            return nothing();
        }
        Slots slots = state.slots.build();
        Validator.check(state, slots);
        return of(Interpretation.Status.NOT_A_REQUEST, Intent.NONE, slots, null);
    }

    private Interpretation followUp(Request before) {
        if (intents.isSaid() && intents.intent() == Intent.MODELS) {
            // A list of models is a separate request: the conversation's request stays remembered.
            return request(Intent.MODELS, state.slots.build());
        }
        Slots said = FollowUp.merge(state, before.slots(), intents.asksForTippingPoints() && !intents.isNamed());
        boolean says = intents.isSaid() || !state.slots.build().isEmpty() || state.isForeignMoney();
        Intent own = says ? intents.intent() : Intent.ESTIMATE;
        if (own == Intent.HELP) {
            return help();
        }
        if (intents.isNamed() && (own == Intent.ESTIMATE || own == Intent.COMPARE)) {
            said = FollowUp.withoutRememberedBudget(said);
        }
        return asked(new FollowUpIntent(state, intents, own).after(before.intent(), said), said);
    }

    private Interpretation asked(Intent intent, Slots slots) {
        return intents.asksForTippingPoints()
                ? request(Intent.TIPPINGPOINTS, slots.with(SlotName.ABOUT, Slot.of(subject(intent), Origin.SAID)))
                : request(intent, slots);
    }

    /** A list of models has no winner; a comparison of them has. */
    private static Intent subject(Intent intent) {
        return intent == Intent.MODELS ? Intent.COMPARE : intent;
    }

    /** Asks which answer is examined, as the conversation has none. */
    private Interpretation ofWhat() {
        return of(Interpretation.Status.QUESTION, Intent.TIPPINGPOINTS, Slots.NONE, ClarificationQuestion.ofWhat());
    }

    private Interpretation request(Intent intent, Slots slots) {
        Validator.check(state, slots);
        Interpretation.Question question = ClarificationQuestion.first(state.problems(), intent, slots);
        Interpretation.Status status = question == null ? Interpretation.Status.READY : Interpretation.Status.QUESTION;
        return of(status, intent, slots, question);
    }

    private Interpretation of(
            Interpretation.Status status, Intent intent, Slots slots, Interpretation.@Nullable Question question) {
        boolean asks = status == Interpretation.Status.READY
                || status == Interpretation.Status.QUESTION
                || status == Interpretation.Status.HELP;
        List<TextSpan> ignored = UnusedText.ignored(state);
        if (asks) {
            UnusedText.reportUnknownWords(state);
        }
        return new Interpretation(
                status,
                intent,
                slots,
                intent == Intent.NONE && slots.isEmpty() ? List.of() : state.repairs(),
                slots.isEmpty() && !asks ? List.of() : state.problems(),
                question,
                ignored,
                state.text.truncated(),
                List.copyOf(state.forgone()),
                state.language);
    }
}
