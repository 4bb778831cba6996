package io.tunetally.answer;

import io.tunetally.answer.advice.SaidInNumbers;
import io.tunetally.answer.advice.SellerFacts;
import io.tunetally.answer.advice.SellerTerms;
import io.tunetally.answer.advice.TermsOfSeller;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import io.tunetally.topic.Topic;
import io.tunetally.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers a learner's question with the topic, and one price of the day: of a typical job, or of the model that was named. */
final class ExplainAnswer {
    private final Topics topics;

    ExplainAnswer(Topics topics) {
        this.topics = topics;
    }

    Outcome answer(Inquiry inquiry) {
        Topic topic =
                topics.topic(Objects.requireNonNull(inquiry.request().slots().value(SlotName.TOPIC)));
        String other = inquiry.request().slots().value(SlotName.OTHER_TOPIC);
        Slots said = withoutGpu(inquiry.request()
                .slots()
                .without(SlotName.TOPIC)
                .without(SlotName.OTHER_TOPIC)
                .without(SlotName.ASKS_WHETHER));
        Inquiry asked = job(inquiry, said, topic.job());
        Priced priced = priced(asked)
                .or(() -> priced(job(inquiry, withoutNames(said), topic.job())))
                .or(() -> priced(job(inquiry, Slots.NONE, Topic.Job.ANY)))
                .orElseGet(() -> new Priced(asked, null));
        return new ExplainOutcome(
                explained(inquiry, topic, asked),
                topic,
                other == null ? null : topics.topic(other),
                priced.quote(),
                priced.job().equals(asked),
                finding(inquiry, topic, asked, said),
                next(priced, topic));
    }

    private static ExplainOutcome.@Nullable Finding finding(Inquiry inquiry, Topic topic, Inquiry asked, Slots said) {
        return switch (topic.id()) {
            case Topics.OFFERED -> MethodOffers.of(asked, said);
            case Topics.SELLER -> MethodOffers.seller(asked, said);
            case Topics.ENDS -> MethodOffers.ends(asked, said);
            case Topics.AGE -> sources(inquiry, said.value(SlotName.PROVIDER));
            case Topics.HARDWARE -> HardwareAnswer.of(inquiry, false);
            case Topics.SERVING -> HardwareAnswer.of(inquiry, true);
            case Topics.TIME -> HardwareAnswer.time(inquiry);
            case Topics.EXAMPLES -> examples(said);
            case Topics.HOSTED, Topics.IDLE -> terms(asked, said, TermsOfSeller::running);
            case Topics.PER_TOKEN ->
                said.has(SlotName.PROVIDER)
                        ? terms(asked, said, TermsOfSeller::running)
                        : MethodOffers.byTheToken(asked, said);
            case Topics.WEIGHTS -> terms(asked, said, TermsOfSeller::weights);
            case Topics.STORAGE -> terms(asked, said, TermsOfSeller::storage);
            case Topics.MINIMUM -> terms(asked, said, TermsOfSeller::minimum);
            case Topics.VALIDATION -> terms(asked, said, TermsOfSeller::validation);
            case Topics.DATA_PRIVACY -> terms(asked, said, _ -> new SellerTerms.DataUse());
            default -> null;
        };
    }

    /** Returns the terms of a seller that was named; null without one. */
    private static ExplainOutcome.@Nullable Terms terms(
            Inquiry inquiry, Slots said, Function<TermsOfSeller, SellerTerms> term) {
        ProviderId seller = said.value(SlotName.PROVIDER);
        if (seller == null || seller.equals(ProviderId.SELF_HOSTED)) {
            return null;
        }
        List<Model> named = new Selection(inquiry).named();
        TermsOfSeller terms = new TermsOfSeller(inquiry.engine(), seller, named);
        return new ExplainOutcome.Terms(
                seller,
                inquiry.engine().prices().catalog().provider(seller).orElse(null),
                named.isEmpty() ? null : named.getFirst(),
                terms.isClosed(),
                term.apply(terms));
    }

    /** Returns where the prices of a seller that was named come from; null without one, or if it has none on file. */
    private static ExplainOutcome.@Nullable Sources sources(Inquiry inquiry, @Nullable ProviderId seller) {
        List<SellerFacts.Seen> seen = seller == null ? List.of() : new SellerFacts(inquiry.engine()).sources(seller);
        return seller == null || seen.isEmpty()
                ? null
                : inquiry.engine()
                        .prices()
                        .catalog()
                        .provider(seller)
                        .map(provider -> new ExplainOutcome.Sources(provider, seen))
                        .orElse(null);
    }

    private static ExplainOutcome.@Nullable Examples examples(Slots said) {
        Long examples = said.value(SlotName.EXAMPLES);
        return examples == null
                ? null
                : new ExplainOutcome.Examples(examples, SaidInNumbers.TOO_FEW_EXAMPLES, SaidInNumbers.ENOUGH_EXAMPLES);
    }

    /** The price is that of a provider: a GPU is what its memory was asked about. */
    private static Slots withoutGpu(Slots said) {
        Slots without = said.without(SlotName.GPU).without(SlotName.GPUS).without(SlotName.QUANTIZED);
        return said.has(SlotName.OWN_HARDWARE)
                ? without.without(SlotName.OWN_HARDWARE).without(SlotName.PROVIDER)
                : without;
    }

    private static Slots withoutNames(Slots said) {
        return said.without(SlotName.MODELS).without(SlotName.SIZE_B).without(SlotName.PROVIDER);
    }

    /** A job and its cheapest offer, null if nothing has a price. */
    private record Priced(Inquiry job, @Nullable Quote quote) {}

    private static Optional<Priced> priced(Inquiry job) {
        return cheapest(job).map(quote -> new Priced(job, quote));
    }

    /** Returns the inquiry with the assumptions that the answer uses. */
    private static Inquiry explained(Inquiry inquiry, Topic topic, Inquiry job) {
        return topic.tells(Topic.Fact.TRAFFIC)
                ? inquiry
                : new Inquiry(inquiry.interpretation(), inquiry.request(), job.filled(), job.running(), job.engine());
    }

    /** Returns the inquiry for the price: what was said, and what the topic's job needs beside it. */
    private static Inquiry job(Inquiry inquiry, Slots said, Topic.Job job) {
        Slots slots = said;
        slots = with(slots, SlotName.METHOD, job.method());
        slots = with(slots, SlotName.OBJECTIVE, job.objective());
        slots = with(slots, SlotName.DEPLOYMENT, job.deployment());
        slots = with(slots, SlotName.PROVIDER, job.provider());
        Slots filled = slots.over(inquiry.filled().without(SlotName.TOPIC).without(SlotName.OTHER_TOPIC));
        for (SlotName<?> name : inquiry.request().slots().names()) {
            filled = slots.has(name) ? filled : filled.without(name);
        }
        for (SlotName<?> name : filled.names()) {
            filled = !job.running() && name.is(SlotTrait.RUNNING) ? filled.without(name) : filled;
        }
        Request request = Request.of(job.running() ? Intent.TCO : Intent.ESTIMATE, slots);
        return new Inquiry(inquiry.interpretation(), request, filled, job.running(), inquiry.engine());
    }

    private static <T> Slots with(Slots slots, SlotName<T> name, @Nullable T value) {
        return value == null || slots.has(name) ? slots : slots.with(name, Slot.of(value, Origin.SAID));
    }

    /** Returns the cheapest offer that can be started; of a model that was named, else the cheapest of all. */
    private static Optional<Quote> cheapest(Inquiry job) {
        Selection selection = new Selection(job);
        Quoting quoting = Quoting.of(job);
        List<Quote> startable = new ArrayList<>();
        List<Quote> others = new ArrayList<>();
        for (Model model : selection.asked()) {
            List<Offer> fitting = quoting.fitting(model);
            for (Quote quote : quoting.quotes(model).quotes()) {
                boolean complete = quote.unpriced().isEmpty() && !quote.isCut();
                boolean starts = complete
                        && fitting.contains(quote.offer())
                        && isDeployedAsAsked(job, quote.offer())
                        && selection.canStart(quote);
                (starts ? startable : others).add(quote);
            }
        }
        Optional<Quote> first = startable.stream().min(Quote.CHEAPEST_FIRST);
        return first.isPresent() || selection.isOpenChoice()
                ? first
                : others.stream().min(Quote.CHEAPEST_FIRST);
    }

    /** An offer without another deployment is priced as usual, which is no example of the one that is explained. */
    private static boolean isDeployedAsAsked(Inquiry job, Offer offer) {
        Deployment asked = job.filled().value(SlotName.DEPLOYMENT);
        return asked == null || asked == offer.deployment();
    }

    private static List<NextQuestion> next(Priced priced, Topic topic) {
        NextQuestions questions = new NextQuestions(priced.job());
        Quote quote = priced.quote();
        ModelId model = quote == null ? null : quote.offer().model().id();
        for (Topic.Next next : topic.next()) {
            switch (next) {
                case Topic.Next.Explain(String id) -> questions.explain(id);
                case Topic.Next.Ask(Topic.Question question) -> ask(questions, question, model);
            }
        }
        return questions.list();
    }

    private static void ask(NextQuestions questions, Topic.Question question, @Nullable ModelId model) {
        switch (question) {
            case COST -> questions.cost(model);
            case COMPARE_METHODS -> questions.compareMethods();
            case COMPARE_ALL -> questions.compareAll();
            case OTHER_EPOCHS -> questions.otherEpochs();
            case SIX_MONTHS -> questions.sixMonths(model);
            case BREAK_EVEN_EXAMPLE -> questions.breakEvenExample();
            case RECOMMEND -> questions.recommend();
            case WORTH_IT -> questions.worthIt();
            case MODELS -> questions.models();
        }
    }
}
