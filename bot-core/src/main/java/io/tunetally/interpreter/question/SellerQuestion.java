package io.tunetally.interpreter.question;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import io.tunetally.topic.TopicMatcher;
import io.tunetally.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Finds out whether a message asks about a seller and nothing else: who it is, or what it offers. */
final class SellerQuestion {
    private final ParseState state;
    private final SmallWords small;

    SellerQuestion(ParseState state, SmallWords small) {
        this.state = state;
        this.small = small;
    }

    /** Returns the topic that is asked about, or null. */
    @Nullable String topic() {
        if (asksForOffer()) {
            return Topics.OFFERED;
        }
        return asksForSeller() ? Topics.SELLER : null;
    }

    /** {@code does OpenAI offer LoRA}: it names what is offered and nothing else, and is no request for a price. */
    private boolean asksForOffer() {
        boolean way = state.has(Category.METHODS) || state.has(Category.OBJECTIVES);
        boolean tuning = !state.mentions.isEmpty() || (state.has(Category.TUNING) && isAtProvider());
        if ((!way && !tuning) || !state.candidates.all().isEmpty() || isForThat()) {
            return false;
        }
        TopicMatcher.Verb verb = state.compiledLexicon.topics().offerVerb(state.text);
        return verb != null && isOnly(verb);
    }

    /** {@code could you use gpt-4o mini for this}: in a conversation the job before it, with another model. */
    private boolean isForThat() {
        for (int i = 0; !state.remembered.isEmpty() && i < state.size(); i++) {
            boolean leads = state.isAt(i, Cue.FOR) || state.isAt(i, Cue.ON) || state.isAt(i, Cue.IN);
            if (leads && state.hasTyped(i + 1, Trait.PRONOUN)) {
                return true;
            }
        }
        return false;
    }

    /** {@code what is it on azure}, {@code only what Bedrock has}: in a conversation the job before it, at another seller. */
    private boolean isOfThatAt(int seller) {
        boolean that = state.hasTyped(seller - 2, Trait.PRONOUN) && !state.hasTyped(seller - 1, Trait.PRONOUN);
        boolean only = false;
        for (int i = 0; i < seller; i++) {
            only |= state.hasTyped(i, Trait.NARROWS) || state.hasTyped(i, Trait.SOLE);
        }
        return !state.remembered.isEmpty() && (that || only);
    }

    private boolean isAtProvider() {
        return state.slots.has(SlotName.PROVIDER)
                || state.has(Category.OTHER_PROVIDERS)
                || state.has(Category.PUBLISHERS);
    }

    private boolean isOnly(TopicMatcher.Verb verb) {
        boolean only = true;
        for (int i = 0; i < state.size() && only; i++) {
            Token token = state.token(i);
            boolean ofVerb = token.start >= verb.start() && token.end <= verb.end();
            only = ofVerb || (small.isAt(i) && (!token.isNumber() || small.isNamed(i)));
        }
        return only;
    }

    /** {@code who is ori}, {@code what is nebius}: a question about a seller and nothing else. */
    private boolean asksForSeller() {
        int sellers = 0;
        int seller = -1;
        boolean asks = false;
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.is(Category.PROVIDERS) || token.is(Category.OTHER_PROVIDERS)) {
                sellers++;
                seller = i;
            } else if (state.hasTyped(i, Trait.BILLS) && !state.remembered.isEmpty()) {
                // "and what does Together want for it": its price for the job before it.
                return false;
            } else if (state.hasTyped(i, Trait.ASKS_WHO)) {
                asks = true;
            } else if (!small.isAt(i) || token.isNumber()) {
                return false;
            }
        }
        return asks && sellers == 1 && isAboutNoJob() && !isOfThatAt(seller);
    }

    private boolean isAboutNoJob() {
        return state.mentions.isEmpty()
                && state.candidates.all().isEmpty()
                && !state.has(Category.TUNING)
                && !state.has(Category.METHODS)
                && !state.has(Category.OBJECTIVES)
                && !ProviderId.SELF_HOSTED.equals(state.slots.build().value(SlotName.PROVIDER));
    }
}
