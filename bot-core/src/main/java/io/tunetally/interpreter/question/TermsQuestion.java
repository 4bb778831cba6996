package io.tunetally.interpreter.question;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import io.tunetally.topic.TermsMatcher;
import io.tunetally.topic.Topics;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a message asks for the terms of a named seller, or which sellers have them, and for nothing else: {@code
 * does together charge by the hour}.
 */
final class TermsQuestion {
    private static final Stretch ALL = new Stretch(0, Integer.MAX_VALUE);

    private final ParseState state;
    private final SmallWords small;

    TermsQuestion(ParseState state, SmallWords small) {
        this.state = state;
        this.small = small;
    }

    /**
     * A question about terms.
     *
     * @param seller the one that was named; null if it asks which sellers have them
     * @param span where it stands beside the values of a job; null if nothing else is said
     */
    record Asked(
            TermsMatcher.Match match,
            @Nullable ProviderId seller,
            @Nullable TextSpan span) {}

    /** Returns the question, or null. */
    @Nullable Asked asked() {
        boolean sized = !state.candidates.all().isEmpty();
        TermsMatcher.Match match = sized && !state.has(Cue.VALIDATION) && !state.has(Measure.EVALUATION)
                ? null
                : state.compiledLexicon.topics().terms(state.text);
        if (match == null) {
            return null;
        }
        Stretch question = stretch(match);
        boolean ofJob = sized && isBesideJob(match, question);
        if ((sized && !ofJob) || !isOnly(match, ofJob ? question : ALL) || asksForRate(match)) {
            return null;
        }
        Set<ProviderId> named = sellers();
        if (match.opening() == TermsMatcher.Opening.SELLERS) {
            boolean listed = named.isEmpty() && match.topic().tellsSellers() && isAboutModels();
            return listed ? new Asked(match, null, null) : null;
        }
        if (named.size() > 1 && match.topic().tellsSellers() && !named.contains(ProviderId.SELF_HOSTED)) {
            // "does together or fireworks bill a minimum": the list of those who do answers for both.
            return new Asked(match, null, null);
        }
        // GPUs of one's own have no terms.
        boolean one = named.size() == 1 && !named.contains(ProviderId.SELF_HOSTED);
        TextSpan span = ofJob
                ? state.text.span(state.token(question.first()).start, state.token(question.end() - 1).end)
                : null;
        return one ? new Asked(match, named.iterator().next(), span) : null;
    }

    /** The tokens of the question, from the first up to and without the end. */
    private record Stretch(int first, int end) {
        private boolean contains(int index) {
            return index >= first && index < end;
        }
    }

    private Stretch stretch(TermsMatcher.Match match) {
        int first = 0;
        while (first < state.size() - 1 && state.token(first).start < match.start()) {
            first++;
        }
        return new Stretch(first, Math.min(state.sentence(first).end() + 1, state.size()));
    }

    /** {@code 10k train + 1k validation rows, 3 epochs, does together bill the eval tokens}: the job is told before the question, or behind it. */
    private boolean isBesideJob(TermsMatcher.Match match, Stretch question) {
        boolean apart = question.first() == 0 || state.isBreakAt(question.first() - 1);
        boolean ofTraining = match.topic().id().equals(Topics.VALIDATION);
        if (!apart || !ofTraining || match.opening() != TermsMatcher.Opening.WHETHER) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean asks = state.isAt(i, Category.INTENTS) || state.isAt(i, Cue.QUESTION);
            if (!question.contains(i) && asks) {
                return false;
            }
        }
        return state.candidates.all().stream().noneMatch(each -> question.contains(each.token()));
    }

    /** {@code what is the hourly rate for hosting on fireworks}: a price of a unit, and no term. */
    private boolean asksForRate(TermsMatcher.Match match) {
        boolean rate = match.opening() == TermsMatcher.Opening.OTHERS && state.slots.has(SlotName.PRICED_UNIT);
        return rate && state.hasTyped(0, Trait.ASKS_WHICH) && state.has(Cue.IS);
    }

    /** {@code who has the data} may be about anything. */
    private boolean isAboutModels() {
        return !state.mentions.isEmpty()
                || state.slots.has(SlotName.SIZE_B)
                || state.has(Category.TUNING)
                || state.has(Category.METHODS)
                || state.has(Category.DEPLOYMENTS);
    }

    /** True if beside the question there are small words only; those before it ask nothing. */
    private boolean isOnly(TermsMatcher.Match match, Stretch question) {
        for (int i = question.first(); i < Math.min(question.end(), state.size()); i++) {
            Token token = state.token(i);
            boolean asksBefore = token.start < match.start() && token.cue() == Cue.QUESTION;
            boolean named = small.isNamed(i) || isSize(token) || isSeller(token);
            boolean fits = named || (small.isAt(i) && token.cue() != Cue.TRAINING && !token.isNumber());
            if (asksBefore || (!fits && !match.covers(token.start, token.end))) {
                return false;
            }
        }
        return true;
    }

    /** {@code for a tuned 8b}. */
    private boolean isSize(Token token) {
        Slot<BigDecimal> size = state.slots.build().get(SlotName.SIZE_B);
        TextSpan span = size == null ? null : size.span();
        return span != null && state.text.span(token.start, token.end).equals(span);
    }

    /** {@code does mistral bill for idle time}: a family's name that was read as its seller. */
    private boolean isSeller(Token token) {
        Slot<ProviderId> seller = state.slots.get(SlotName.PROVIDER);
        TextSpan span = seller == null ? null : seller.span();
        return span != null && state.text.span(token.start, token.end).equals(span);
    }

    /** Returns the sellers that are named. */
    private Set<ProviderId> sellers() {
        Set<ProviderId> named = new HashSet<>();
        Slot<ProviderId> chosen = state.slots.get(SlotName.PROVIDER);
        if (chosen != null && chosen.span() != null) {
            named.add(chosen.value());
        }
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            boolean seller =
                    token.is(Category.PROVIDERS) || token.is(Category.OTHER_PROVIDERS) || token.is(Category.PUBLISHERS);
            if (seller && token.lexeme != null && !small.isNamed(i)) {
                named.add(new ProviderId(token.lexeme.value()));
            }
        }
        state.mentions.stream().flatMap(mention -> ofFamily(state, mention)).forEach(named::add);
        return named;
    }

    /** Returns the seller that is called like a family of models: {@code does mistral charge for hosting}. */
    static Stream<ProviderId> ofFamily(ParseState state, Mention mention) {
        if (!mention.bareFamily() || mention.first() != mention.last()) {
            return Stream.empty();
        }
        Token token = state.token(mention.first());
        ProviderId id = new ProviderId(state.text.text().substring(token.start, token.end));
        return state.compiledLexicon.catalog().provider(id).isPresent() ? Stream.of(id) : Stream.empty();
    }
}
