package io.tunetally.discussion.command;

import io.tunetally.answer.Answers;
import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.OwnOrSellerOutcome;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.chat.Markup;
import io.tunetally.conversation.Defaults;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.SavedQuote;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.table.Ranking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices what a thread has asked, now or again on a later day. */
final class Pricing {
    /** The maximum number of sides of a comparison that become scenarios: as many as an answer shows. */
    private static final int MOST_SIDES = 5;

    /** The details that billed tokens stand for. */
    private static final List<SlotName<?>> SIZE = List.of(
            SlotName.EXAMPLES,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.EPOCHS,
            SlotName.RUNS,
            SlotName.SEQUENCE_LENGTH,
            SlotName.PACKED);

    private static final List<SlotName<?>> IN_LABEL =
            List.of(SlotName.MODELS, SlotName.PROVIDER, SlotName.METHOD, SlotName.SIZE_B, SlotName.DEPLOYMENT);

    private final Interpreter interpreter;
    private final Answers answers;
    private final Supplier<String> digest;

    Pricing(Interpreter interpreter, Answers answers, Supplier<String> digest) {
        this.interpreter = interpreter;
        this.answers = answers;
        this.digest = digest;
    }

    /** Identifies the prices of a team: those of the books under its terms. */
    String digest(Defaults defaults) {
        return BookDigest.of(digest.get(), defaults.terms());
    }

    /** Returns the name of a seller. */
    String seller(ProviderId seller) {
        return answers.seller(seller);
    }

    LocalDate today() {
        return answers.today();
    }

    /** Returns the plans of an answer: one, or each side of a comparison of named models, providers or methods. */
    List<Plan> plans(Outcome outcome, Defaults defaults) {
        String prices = digest(defaults);
        return switch (outcome) {
            case EstimateOutcome estimated -> headline(estimated.inquiry(), estimated.quotes(), prices);
            case TcoOutcome total -> headline(total, prices);
            case MigrateOutcome migrated -> headline(migrated.inquiry(), migrated.targets(), prices);
            case RecommendOutcome recommended -> recommended(recommended, prices);
            case CompareOutcome compared -> sides(compared.inquiry(), compared.quotes(), prices);
            case CrossoverOutcome crossed -> sides(crossed.inquiry(), crossed.quotes(), prices);
            case BreakEvenOutcome _,
                    BudgetOutcome _,
                    ExplainOutcome _,
                    GpuPricesOutcome _,
                    OwnOrSellerOutcome _,
                    ModelsOutcome _,
                    TippingPointsOutcome _,
                    WorthItOutcome _,
                    Outcome.Asked _,
                    Outcome.Discussed _,
                    Outcome.Failed _,
                    Outcome.FileRefused _,
                    Outcome.Helped _,
                    Outcome.NotUnderstood _,
                    Outcome.Refused _ -> List.of();
        };
    }

    /** The plan is what the answer leads with: a seller's offer, or rented GPUs. */
    private List<Plan> headline(TcoOutcome total, String prices) {
        Quote rented = total.quotes().isEmpty()
                ? null
                : Ranking.of(total.inquiry(), total.quotes()).onlyRented(total);
        return rented == null
                ? headline(total.inquiry(), total.quotes(), prices)
                : List.of(priced(total.inquiry(), total.inquiry().request(), rented, prices));
    }

    private List<Plan> headline(Inquiry inquiry, List<Quote> quotes, String prices) {
        if (quotes.isEmpty()) {
            return List.of();
        }
        Quote first = Ranking.of(inquiry, quotes).first();
        return List.of(priced(inquiry, inquiry.request(), first, prices));
    }

    /** A recommendation is the plan to train and run what it names. */
    private List<Plan> recommended(RecommendOutcome outcome, String prices) {
        Quote pick = outcome.pick();
        Inquiry inquiry = outcome.inquiry();
        return pick == null ? List.of() : List.of(priced(inquiry, side(inquiry, pick), pick, prices));
    }

    private List<Plan> sides(Inquiry inquiry, List<Quote> quotes, String prices) {
        Slots slots = inquiry.request().slots();
        List<?> models = slots.value(SlotName.MODELS);
        boolean named = models != null && !models.equals(List.of(SlotName.ALL_MODELS)) && !slots.has(SlotName.UNTUNED);
        if (!named && !slots.has(SlotName.PROVIDERS)) {
            return List.of();
        }
        List<Object> seen = new ArrayList<>();
        List<Plan> sides = new ArrayList<>();
        for (Quote quote : Ranking.of(inquiry, quotes).all()) {
            Object side = slots.has(SlotName.METHODS)
                    ? List.of(quote.offer().model().id(), quote.offer().method())
                    : slots.has(SlotName.PROVIDERS)
                            ? List.of(
                                    quote.offer().model().id(),
                                    quote.offer().provider().id())
                            : quote.offer().model().id();
            if (sides.size() < MOST_SIDES && !seen.contains(side)) {
                seen.add(side);
                sides.add(priced(inquiry, side(inquiry, quote), quote, prices));
            }
        }
        return sides;
    }

    /** Returns the request for one side alone. */
    private static Request side(Inquiry inquiry, Quote quote) {
        Slots slots = inquiry.request()
                .slots()
                .without(SlotName.METHODS)
                .without(SlotName.PROVIDERS)
                .with(SlotName.MODELS, said(List.of(quote.offer().model().id())))
                .with(SlotName.PROVIDER, said(quote.offer().provider().id()))
                .with(SlotName.METHOD, said(quote.offer().method()));
        return Request.of(inquiry.running() ? Intent.TCO : Intent.ESTIMATE, slots);
    }

    private static <T> Slot<T> said(T value) {
        return Slot.of(value, Origin.SAID);
    }

    private Plan priced(Inquiry inquiry, Request request, Quote quote, String prices) {
        Request plain = Request.of(request.intent(), request.slots().without(SlotName.EXPLAIN));
        Slots assumed = inquiry.filled()
                .without(SlotName.EXPLAIN)
                .without(SlotName.METHODS)
                .without(SlotName.PROVIDERS)
                .without(SlotName.MODELS)
                .from(Origin.SAID);
        Request full = Request.of(plain.intent(), plain.slots().over(assumed).from(Origin.SAID));
        return new Plan(
                CanonicalText.write(plain),
                CanonicalText.write(full),
                job(inquiry, full, quote),
                quote.billedTokens().low().longValue(),
                figures(inquiry, quote, prices));
    }

    /** The words of the offer stand for what was said of it: one that is the cheapest and the same one by name are one plan. */
    private static String job(Inquiry inquiry, Request full, Quote quote) {
        Slots slots = full.slots();
        for (SlotName<?> name : IN_LABEL) {
            slots = slots.without(name);
        }
        Intent estimate = inquiry.running() ? Intent.TCO : Intent.ESTIMATE;
        Intent intent = full.intent() == Intent.MIGRATE ? Intent.MIGRATE : estimate;
        return String.join(" ", intent.word(), Labels.offer(quote), CanonicalText.values(slots));
    }

    private Figures figures(Inquiry inquiry, Quote quote, String prices) {
        boolean running = quote.served() && quote.unpriced().isEmpty();
        LocalDate from = quote.main().listed().effective().from();
        LocalDate since = from == null ? quote.main().provenance().observed() : from;
        return new Figures(
                quote.offer().model().id().value(),
                quote.offer().provider().id().value(),
                quote.offer().provider().name(),
                Labels.offer(quote),
                quote.training(),
                running ? quote.monthly() : null,
                running ? quote.sum(Part.HOSTING) : null,
                quote.total() == null ? null : quote.total().amount(),
                days(inquiry),
                cut(quote),
                new Standing(inquiry).closed(quote),
                endings(inquiry, quote),
                Numbers.unitPrice(quote.main().price()),
                since == null ? "" : since.toString(),
                prices);
    }

    private static Figures.@Nullable Cut cut(Quote quote) {
        Total total = quote.total();
        LifecycleEvent end = total == null ? null : total.cutBy();
        LocalDate day = end == null ? null : end.date();
        return total == null || day == null ? null : new Figures.Cut(total.days(), day);
    }

    private static List<Figures.Ending> endings(Inquiry inquiry, Quote quote) {
        return inquiry.engine()
                .offers()
                .lifecycle(quote.offer())
                .flatMap(event -> Stream.ofNullable(event.date())
                        .filter(day -> day.isAfter(inquiry.asOf()))
                        .map(day -> new Figures.Ending(day, event.kind(), event.text())))
                .toList();
    }

    private static long days(Inquiry inquiry) {
        boolean endless = !inquiry.filled().has(SlotName.MONTHS)
                && !inquiry.filled().has(SlotName.DAYS)
                && !inquiry.filled().has(SlotName.HOSTING_HOURS);
        return !inquiry.running() || endless ? 0 : inquiry.periodDays();
    }

    /** Returns the request of a canonical text. */
    Request request(String canonical) {
        Request request = interpreter.read(canonical, Markup.PLAIN, true, null).request();
        if (request == null) {
            throw new IllegalStateException("a kept request reads no more: " + canonical);
        }
        return request;
    }

    /** Returns the first plan of a canonical text at today's prices; empty if it has none any more. */
    Optional<Plan> price(String canonical, Defaults defaults) {
        return price(interpreter.read(canonical, Markup.PLAIN, true, null), defaults);
    }

    /** Returns the same of a change to an earlier request, as a person types it. */
    Optional<Plan> price(String change, @Nullable Request before, Defaults defaults) {
        return price(interpreter.read(change, Markup.PLAIN, true, before), defaults);
    }

    /** Returns the figures of a quote's job with its offer at the prices of a day; empty if that had none. */
    Optional<Figures> quotedOn(LocalDate day, SavedQuote quote, Defaults defaults) {
        return pricedOn(day, quote, ofOffer(request(quote.full()), quote.figures()), defaults);
    }

    /** Where the offer has no price, the answer goes on with another one, whose price is not the one that is asked for. */
    private Optional<Figures> pricedOn(LocalDate day, SavedQuote quote, Request request, Defaults defaults) {
        Interpretation read = interpreter.read(CanonicalText.write(request), Markup.PLAIN, true, null);
        return plans(answers.on(day).answer(read, defaults), defaults).stream()
                .map(Plan::figures)
                .filter(figures -> figures.provider().equals(quote.figures().provider())
                        && figures.model().equals(quote.figures().model()))
                .findFirst();
    }

    /** Returns a request for one offer alone; that of a migration is its target, which its request does not name. */
    static Request ofOffer(Request request, Figures offer) {
        Slots slots = request.slots().with(SlotName.PROVIDER, said(new ProviderId(offer.provider())));
        return request.intent() == Intent.MIGRATE
                ? Request.of(Intent.TCO, slots.with(SlotName.MODELS, said(List.of(new ModelId(offer.model())))))
                : Request.of(request.intent(), slots);
    }

    /** Returns the figures of one run of a quote's job at the prices of a day, by the tokens that were trained. */
    Optional<Figures> trainedOn(LocalDate day, SavedQuote quote, long tokens, Defaults defaults) {
        Request quoted = ofOffer(request(quote.full()), quote.figures());
        Slots slots = quoted.slots();
        for (SlotName<?> size : SIZE) {
            slots = slots.without(size);
        }
        return pricedOn(
                day, quote, Request.of(quoted.intent(), slots.with(SlotName.BILLED_TOKENS, said(tokens))), defaults);
    }

    private Optional<Plan> price(Interpretation read, Defaults defaults) {
        return plans(answers.answer(read, defaults), defaults).stream().findFirst();
    }

    Optional<Plan> price(Request request, Defaults defaults) {
        return price(CanonicalText.write(request), defaults);
    }
}
