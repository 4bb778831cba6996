package io.tunetally.answer.dataset;

import io.tunetally.answer.dataset.DatasetReport.PricedDataset;
import io.tunetally.answer.dataset.DatasetReport.Untrained;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.TokenStatistics;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.dataset.verdict.ProviderRules;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.rule.DefaultEpochs;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prices a measured file. Each price is the answer to an ordinary request with the counted tokens, so that the engine and
 * its rules are those of every other answer.
 */
public final class DatasetPricing {
    private final Function<Request, Outcome> answers;
    private final TokenizerFamilies families;
    private final List<ProviderRules> rules;

    /** Creates a pricing that asks for answers. */
    public DatasetPricing(Function<Request, Outcome> answers, TokenizerFamilies families, List<ProviderRules> rules) {
        this.answers = answers;
        this.families = families;
        this.rules = List.copyOf(rules);
    }

    /** Returns the models to price: those asked for, or all that a new customer can start; of a provider without such models, all. */
    public List<ModelId> models(DatasetRequest asked) {
        if (!asked.models().isEmpty()) {
            return asked.models();
        }
        Slots slots = anyModel(asked);
        List<OfferedQuote> quotes = own(slots, answers.apply(new Request.Compare(slots)));
        boolean open = quotes.stream().anyMatch(OfferedQuote::startable);
        return quotes.stream()
                .filter(quote -> quote.startable() == open)
                .map(OfferedQuote::quote)
                .map(quote -> quote.offer().model().id())
                .distinct()
                .toList();
    }

    private static Slots anyModel(DatasetRequest asked) {
        return asked.terms()
                .over(Slots.builder()
                        .put(SlotName.MODELS, said(List.of(SlotName.ALL_MODELS)))
                        .put(SlotName.TOTAL_TOKENS, said(1_000_000L))
                        .build());
    }

    /** Returns the providers with rules for files that train models, none of them for a new customer. */
    private Set<String> closed(DatasetRequest asked) {
        if (!(answers.apply(new Request.Compare(anyModel(asked))) instanceof Outcome.Answered answered)) {
            return Set.of();
        }
        CostEngine engine = answered.inquiry().engine();
        return rules.stream()
                .map(ProviderRules::provider)
                .filter(provider -> isClosed(engine, new ProviderId(provider)))
                .collect(Collectors.toSet());
    }

    /** True if the provider's list has models to train, whether or not they have a price, and a new customer can start none. */
    private static boolean isClosed(CostEngine engine, ProviderId id) {
        Catalog catalog = engine.prices().catalog();
        List<Offer> listed = catalog.provider(id).stream()
                .flatMap(provider -> catalog.availability(id).stream()
                        .filter(fact -> fact.effective().holdsOn(engine.prices().asOf()))
                        .filter(fact -> fact.objectives().contains(Objective.SFT))
                        .flatMap(fact -> catalog.models().stream()
                                .filter(model -> fact.models().contains(model.id()))
                                .flatMap(model -> fact.methods().stream()
                                        .map(method -> new Offer(model, provider, method, null)))))
                .toList();
        return !listed.isEmpty()
                && listed.stream().noneMatch(offer -> engine.offers().canStart(offer, Objective.SFT));
    }

    /**
     * Returns the report on a file that was counted by the tokenizers of the models.
     *
     * @param models those to price, as {@link #models} returns them
     */
    public DatasetReport report(Measurement measurement, DatasetRequest asked, List<ModelId> models) {
        Long said = asked.epochs();
        long suggested = DefaultEpochs.of(Math.max(1, measurement.examples()));
        long epochs = said == null ? suggested : said;
        List<PricedDataset> prices = new ArrayList<>();
        List<Untrained> untrained = new ArrayList<>();
        if (measurement.content().messages().examples() > 0) {
            for (ModelId model : models) {
                List<PricedDataset> own = prices(measurement, asked, model, epochs);
                prices.addAll(own);
                if (own.isEmpty()) {
                    untrained(measurement, asked, model, epochs).ifPresent(untrained::add);
                }
            }
        }
        prices.sort(Comparator.comparing((PricedDataset priced) -> !priced.startable())
                .thenComparing(priced -> DatasetReport.isRefused(measurement, priced))
                .thenComparing(PricedDataset::quote, Quote.CHEAPEST_FIRST));
        return new DatasetReport(
                measurement,
                asked,
                new DatasetReport.Epochs(epochs, said != null, suggested),
                prices,
                untrained,
                closed(asked),
                prices.stream()
                        .findFirst()
                        .map(new Savings(this, measurement, asked, epochs)::of)
                        .orElseGet(List::of));
    }

    private List<PricedDataset> prices(Measurement measurement, DatasetRequest asked, ModelId model, long epochs) {
        TokenStatistics counted = measurement.tokens(families.of(model.value()).id());
        long total = counted.perExample().total();
        List<PricedDataset> priced = new ArrayList<>();
        for (OfferedQuote answered : ask(slots(asked, measurement, model, total, epochs))) {
            ProviderId provider = answered.quote().offer().provider().id();
            OptionalLong context = context(provider, model);
            long billed = context.isPresent() ? counted.perExample().cappedTotal(context.getAsLong()) : total;
            Optional<Long> stated = context.isPresent() ? Optional.of(context.getAsLong()) : Optional.empty();
            Stream<OfferedQuote> own = billed == total
                    ? Stream.of(answered)
                    : ask(slots(asked, measurement, model, billed, epochs).with(SlotName.PROVIDER, said(provider)))
                            .stream()
                            .filter(other -> other.quote()
                                    .offer()
                                    .equals(answered.quote().offer()));
            own.map(each -> new PricedDataset(each, counted.tokenizer(), billed, stated))
                    .forEach(priced::add);
        }
        return asked.models().isEmpty() ? priced.stream().limit(1).toList() : priced;
    }

    /** Returns where else a model is trained, if the provider asked for does not train it. */
    private Optional<Untrained> untrained(Measurement measurement, DatasetRequest asked, ModelId model, long epochs) {
        long total =
                measurement.tokens(families.of(model.value()).id()).perExample().total();
        Slots slots = slots(asked, measurement, model, total, epochs);
        ProviderId provider = slots.value(SlotName.PROVIDER);
        Outcome outcome = answers.apply(new Request.Estimate(slots));
        return provider == null || !(outcome instanceof Outcome.Answered answered)
                ? Optional.empty()
                : answered.inquiry()
                        .engine()
                        .prices()
                        .catalog()
                        .provider(provider)
                        .flatMap(known -> OfferedQuote.leading(outcome)
                                .map(elsewhere -> new Untrained(known, elsewhere.quote())));
    }

    /** Returns the quote of the same offer with other tokens or epochs; empty if it has none. */
    Optional<Quote> again(
            PricedDataset priced, Measurement measurement, DatasetRequest asked, long tokens, long epochs) {
        ModelId model = priced.quote().offer().model().id();
        Slots slots = slots(asked, measurement, model, tokens, epochs)
                .with(SlotName.PROVIDER, said(priced.quote().offer().provider().id()));
        return ask(slots).stream()
                .map(OfferedQuote::quote)
                .filter(quote -> quote.offer().equals(priced.quote().offer()))
                .findFirst();
    }

    private OptionalLong context(ProviderId provider, ModelId model) {
        return rules.stream()
                .filter(each -> each.provider().equals(provider.value()))
                .map(each -> each.context(model.value()))
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private Slots slots(DatasetRequest asked, Measurement measurement, ModelId model, long tokens, long epochs) {
        String tokenizer = families.of(model.value()).id();
        Slots.Builder slots = Slots.builder()
                .put(SlotName.MODELS, said(List.of(model)))
                .put(SlotName.EPOCHS, said(epochs))
                .put(SlotName.TOTAL_TOKENS, total(measurement.tokens(tokenizer), tokens));
        Objective objective = objective(measurement);
        if (objective != Objective.SFT) {
            slots.put(SlotName.OBJECTIVE, said(objective));
        }
        Measurement validation = asked.validation();
        if (validation != null) {
            TokenStatistics held = validation.tokens(tokenizer);
            slots.put(SlotName.VALIDATION_TOKENS, total(held, held.perExample().total()));
        }
        return asked.terms().over(slots.build());
    }

    /** Returns the job of an offer as a request says it, for the next question. */
    public Slots job(DatasetReport report, PricedDataset priced) {
        Measurement measured = report.measurement();
        return slots(
                report.asked(),
                measured,
                priced.quote().offer().model().id(),
                measured.tokens(priced.tokenizer()).perExample().total(),
                report.epochs().count());
    }

    /** Returns a number of tokens; that of an estimate is a range. */
    public static Slot<Long> total(TokenStatistics counted, long tokens) {
        long margin = counted.exact()
                ? 0
                : Math.ceilDiv(
                        counted.margin() * tokens,
                        Math.max(1, counted.perExample().total()));
        return margin == 0
                ? said(Math.max(1, tokens))
                : new Slot<>(Math.max(1, tokens - margin), tokens + margin, Origin.SAID, null, false);
    }

    private static <T> Slot<T> said(T value) {
        return Slot.of(value, Origin.SAID);
    }

    private static Objective objective(Measurement measurement) {
        return switch (measurement.format()) {
            case PREFERENCE, OPENAI_PREFERENCE -> Objective.DPO;
            case RFT -> Objective.RFT;
            case null, default -> Objective.SFT;
        };
    }

    private List<OfferedQuote> ask(Slots slots) {
        return own(slots, answers.apply(new Request.Estimate(slots)));
    }

    /** An answer falls back on other providers where the one asked for has no price. */
    private static List<OfferedQuote> own(Slots slots, Outcome outcome) {
        ProviderId asked = slots.value(SlotName.PROVIDER);
        return OfferedQuote.of(outcome)
                .filter(quote ->
                        asked == null || quote.quote().offer().provider().id().equals(asked))
                .toList();
    }

    /** Returns the families whose tokenizers are asked for or needed by the models, and the cookbook's. */
    public List<String> tokenizers(DatasetRequest asked, List<ModelId> models) {
        return Stream.of(
                        Stream.of(COOKBOOK),
                        asked.tokenizers().stream(),
                        models.stream().map(model -> families.of(model.value()).id()))
                .flatMap(names -> names)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    /** The tokenizer by which OpenAI's cookbook counts. */
    public static final String COOKBOOK = "cl100k_base";

    /** The tokens of an example that OpenAI's cookbook counts at most. */
    public static final long COOKBOOK_CAP = 4_096;
}
