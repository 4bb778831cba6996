package io.tunetally.interpreter;

import io.tunetally.interpreter.intent.FollowUp;
import io.tunetally.interpreter.intent.FollowUpIntent;
import io.tunetally.interpreter.intent.Gate;
import io.tunetally.interpreter.intent.IntentReader;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws what was read together: intent, gate, memory, checks, the one question and the canonical text. */
final class Conclusion {
    private final Draft draft;
    private final boolean addressed;
    private final @Nullable Request remembered;
    private final IntentReader intents;
    private final Gate gate;

    Conclusion(Draft draft, boolean addressed, @Nullable Request remembered) {
        this.draft = draft;
        this.addressed = addressed;
        this.remembered = remembered;
        intents = new IntentReader(draft);
        gate = new Gate(draft, intents);
    }

    Interpretation interpretation() {
        if (draft.has(Cue.RESET)
                && draft.mentions.isEmpty()
                && draft.claims.all().isEmpty()) {
            return nothing();
        }
        if (addressed && isQuestionMark()) {
            return help();
        }
        boolean fresh = draft.language == null && gate.isRequest();
        Request before = remembered;
        if (before != null && draft.language == null && (fresh || gate.isFollowUp())) {
            return addressed ? followUp(before) : notARequest();
        }
        if (!addressed || !fresh || draft.language != null) {
            return notARequest();
        }
        Intent intent = intents.intent();
        Slots said = draft.slots.build();
        return intent == Intent.HELP ? help() : request(FollowUpIntent.byShape(intent, said), said);
    }

    private boolean isQuestionMark() {
        return draft.size() == 1 && draft.hasQuestionMark();
    }

    /** "Reset" and a few words around it, not "how do I reset my password". */
    static boolean forgets(Draft draft) {
        boolean other = draft.any(token -> token.kind == Token.Kind.WORD || token.isNumber() || token.is(Sense.MODELS));
        return draft.has(Cue.RESET) && !other;
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
        Slots slots = draft.slots.build();
        Validator.check(draft, slots);
        return of(Interpretation.Status.NOT_A_REQUEST, Intent.NONE, slots, null);
    }

    private Interpretation followUp(Request before) {
        if (intents.isSaid() && intents.intent() == Intent.MODELS) {
            // A list of models is asked for by itself: what the conversation is about stays remembered beside it.
            return request(Intent.MODELS, draft.slots.build());
        }
        Slots said = FollowUp.merge(draft, before.slots());
        boolean says = intents.isSaid() || !draft.slots.build().isEmpty() || draft.isForeignMoney();
        Intent own = says ? intents.intent() : Intent.ESTIMATE;
        if (own == Intent.HELP) {
            return help();
        }
        if (intents.isSaid() && (own == Intent.ESTIMATE || own == Intent.COMPARE)) {
            said = FollowUp.withoutRememberedBudget(said);
        }
        return request(new FollowUpIntent(draft, intents, own).after(before.intent(), said), said);
    }

    private Interpretation request(Intent intent, Slots slots) {
        Validator.check(draft, slots);
        Interpretation.Question question = Questions.first(draft.problems(), intent, slots);
        Interpretation.Status status = question == null ? Interpretation.Status.READY : Interpretation.Status.QUESTION;
        return of(status, intent, slots, question);
    }

    private Interpretation of(
            Interpretation.Status status, Intent intent, Slots slots, Interpretation.@Nullable Question question) {
        boolean asks = status == Interpretation.Status.READY
                || status == Interpretation.Status.QUESTION
                || status == Interpretation.Status.HELP;
        List<TextSpan> ignored = Leftovers.ignored(draft);
        if (asks) {
            Leftovers.reportUnknownWords(draft);
        }
        return new Interpretation(
                status,
                intent,
                slots,
                intent == Intent.NONE && slots.isEmpty() ? List.of() : draft.repairs(),
                slots.isEmpty() && !asks ? List.of() : draft.problems(),
                question,
                ignored,
                draft.text.truncated(),
                List.copyOf(draft.forgone()),
                draft.language);
    }
}
