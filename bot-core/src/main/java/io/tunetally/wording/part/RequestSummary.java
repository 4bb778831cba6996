package io.tunetally.wording.part;

import io.tunetally.answer.advice.GrowingRequests;
import io.tunetally.answer.advice.MonthlyVolume;
import io.tunetally.answer.advice.TodaysBill;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.SellerDiscount;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Growth;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line that says what was understood; each value that was not given shows its origin. */
public final class RequestSummary {
    /** The sum of a slot that is counted in dollars, in its echo. */
    private static final String DOLLARS = "$#";

    /** A size is part of the model's name, quantization of the method's; criteria and the arithmetic are answers of their own. */
    private static final Set<SlotName<?>> EXPLAIN_THEMSELVES = Set.of(
            SlotName.ABOUT,
            SlotName.ASKS_SAVING,
            SlotName.ASKS_WHETHER,
            SlotName.ASKS_HOW_LONG,
            SlotName.ASKS_WHY,
            SlotName.PRICED_UNIT,
            SlotName.COST_SPLIT,
            SlotName.OTHER_COST,
            SlotName.OTHER_STAGE,
            SlotName.EXPLAIN,
            SlotName.SIZE_B,
            SlotName.CRITERIA,
            SlotName.UNTUNED,
            SlotName.MONTHLY_BILL_USD,
            SlotName.QUOTED_USD,
            SlotName.QUOTED_PER_EXAMPLE_USD,
            SlotName.PAID_USD,
            SlotName.SAVING_PER_REQUEST_USD,
            SlotName.MONTHLY_TOKENS,
            SlotName.MONTHLY_INPUT_TOKENS,
            SlotName.MONTHLY_OUTPUT_TOKENS,
            SlotName.QUANTIZED);

    private static final Set<SlotName<?>> IN_HEADLINES = Set.of(SlotName.MODELS, SlotName.METHOD, SlotName.PROVIDER);

    private static final String BESIDE = " vs ";

    private static final Set<SlotName<?>> TRAFFIC =
            Set.of(SlotName.REQUESTS_PER_DAY, SlotName.INPUT_TOKENS, SlotName.OUTPUT_TOKENS);

    private static final long MILLION = 1_000_000;
    private static final long TENTH_OF_MILLION = MILLION / 10;
    private static final long BILLION = 1_000 * MILLION;
    private static final long TENTH_OF_BILLION = BILLION / 10;

    private final Inquiry inquiry;
    private final Catalog catalog;

    public RequestSummary(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.catalog = inquiry.engine().prices().catalog();
    }

    /**
     * Returns the job in one line: {@code 1,000 examples · 500 tokens each (assumed) · 3 epochs}; what was said comes first
     * if more than one value was not. What the headline names is not repeated; empty if there is no job.
     */
    List<String> job(String headline) {
        Map<Origin, List<String>> byOrigin = new EnumMap<>(Origin.class);
        List<String> inOrder = new ArrayList<>();
        for (SlotName<?> name : inquiry.filled().names()) {
            Slot<?> slot = inquiry.filled().get(name);
            String value = slot == null || isUnsaid(name) || isAll(name) ? "" : valueOf(name);
            if (slot != null && !value.isEmpty() && !(IN_HEADLINES.contains(name) && headline.contains(value))) {
                // What shows its arithmetic needs no other mark.
                Origin origin = slot.arithmetic() == null ? slot.origin() : Origin.SAID;
                String shown = slot.arithmetic() == null ? value : value + " (" + slot.arithmetic() + ")";
                byOrigin.computeIfAbsent(origin, _ -> new ArrayList<>()).add(shown);
                inOrder.add(shown + origin(origin));
            }
        }
        if (byOrigin.isEmpty()) {
            return List.of();
        }
        int said = byOrigin.getOrDefault(Origin.SAID, List.of()).size();
        if (inOrder.size() - said == 1) {
            return List.of(String.join(" · ", inOrder));
        }
        return List.of(byOrigin.entrySet().stream()
                .map(entry -> ofOrigin(entry.getKey(), entry.getValue(), byOrigin.size() == 1))
                .collect(Collectors.joining(" · ")));
    }

    /** {@code 41M input and 9M output tokens a month are about 2,778 requests a day of 492 tokens in and 108 out}. */
    Optional<String> volume() {
        Slot<BigDecimal> requests = inquiry.filled().get(SlotName.REQUESTS_PER_DAY);
        if (requests == null || !MonthlyVolume.isSaid(inquiry.filled())) {
            return Optional.empty();
        }
        String sides = Stream.of(
                        side(SlotName.MONTHLY_INPUT_TOKENS, " input"),
                        side(SlotName.MONTHLY_OUTPUT_TOKENS, " output"),
                        side(SlotName.MONTHLY_TOKENS, ""))
                .filter(side -> !side.isEmpty())
                .collect(Collectors.joining(" and "));
        boolean said = inquiry.request().slots().has(SlotName.REQUESTS_PER_DAY);
        return Optional.of(sides + " tokens a month are " + (said ? "" : "about ") + whole(requests)
                + " requests a day " + size());
    }

    private String side(SlotName<Long> name, String label) {
        Slot<Long> slot = inquiry.filled().get(name);
        Long high = slot == null ? null : slot.high();
        return slot == null ? "" : brief(slot.value()) + (high == null ? "" : "-" + brief(high)) + label;
    }

    /** {@code 41M}, {@code 1.2B}; a number that is not round is written in full. */
    private static String brief(long tokens) {
        return tokens >= BILLION && tokens % TENTH_OF_BILLION == 0
                ? Numbers.count(BigDecimal.valueOf(tokens).movePointLeft(9)) + "B"
                : tokens >= MILLION && tokens % TENTH_OF_MILLION == 0
                        ? Numbers.count(BigDecimal.valueOf(tokens).movePointLeft(6)) + "M"
                        : Numbers.count(tokens);
    }

    /** A part of a request a day says nothing beside many. */
    private String whole(Slot<BigDecimal> requests) {
        BigDecimal high = requests.high();
        return Numbers.count(rounded(requests.value())) + (high == null ? "" : "-" + Numbers.count(rounded(high)));
    }

    private static BigDecimal rounded(BigDecimal requests) {
        return requests.setScale(requests.compareTo(BigDecimal.TEN) < 0 ? 2 : 0, RoundingMode.HALF_UP);
    }

    /** {@code $3,000 a month on GPT-4o is about 30,769 requests a day}, of the tokens that the job says. */
    Optional<String> bill() {
        Slot<BigDecimal> bill = inquiry.filled().get(SlotName.MONTHLY_BILL_USD);
        Slot<BigDecimal> requests = inquiry.filled().get(SlotName.REQUESTS_PER_DAY);
        if (bill == null || requests == null) {
            return Optional.empty();
        }
        Optional<Band> ofAny = TodaysBill.withoutModel(inquiry.filled());
        if (ofAny.isPresent()) {
            Intent intent = inquiry.request().intent();
            // These answers say it beside what the tuned model costs.
            return intent == Intent.BREAKEVEN || intent == Intent.WORTHIT
                    ? Optional.empty()
                    : Optional.of("Today " + Numbers.money(ofAny.get()) + " a month, as you said");
        }
        String amount = Numbers.money(new Money(bill.value())) + " a month";
        if (TodaysBill.isTraffic(inquiry.request().slots(), inquiry.filled())) {
            return TodaysBill.billed(inquiry.filled(), inquiry.engine())
                    .map(offer -> amount + " on " + offer.model().name() + " is about " + range(requests)
                            + " requests a day " + size());
        }
        Optional<Offer> billed = TodaysBill.billed(inquiry.filled(), inquiry.engine());
        if (billed.isPresent() && TodaysBill.isLengths(inquiry.request().slots(), inquiry.filled())) {
            return Optional.of(amount + " on " + billed.get().model().name() + " at " + range(requests)
                    + " requests a day is about " + size().replaceFirst("^of ", "") + " each");
        }
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        if (untuned != null && !requestsSaid() && !MonthlyVolume.isSaid(inquiry.filled())) {
            return Optional.of("No price for " + modelName(untuned.getFirst()) + ": say how many requests a day the "
                    + amount + " pays for");
        }
        return Optional.of("Not used: " + amount
                + (MonthlyVolume.isSaid(inquiry.filled()) ? " (the tokens of a month were said)" : lengthsSaid()));
    }

    private boolean requestsSaid() {
        return inquiry.request().slots().has(SlotName.REQUESTS_PER_DAY);
    }

    /** Says why a bill measures no traffic. */
    private String lengthsSaid() {
        Slots said = inquiry.request().slots();
        return said.has(SlotName.INPUT_TOKENS) || said.has(SlotName.OUTPUT_TOKENS)
                ? " (the requests a day and their tokens were said)"
                : " (the prompt alone costs more at so many requests a day)";
    }

    /** {@code of 500 tokens in (assumed) and 200 out (assumed)}. */
    private String size() {
        Slot<Long> input = inquiry.filled().get(SlotName.INPUT_TOKENS);
        Slot<Long> output = inquiry.filled().get(SlotName.OUTPUT_TOKENS);
        return input == null || output == null
                ? ""
                : "of " + range(withPrompt(input)) + " tokens in"
                        + (input.origin() == output.origin() ? "" : origin(input.origin())) + " and " + range(output)
                        + " out" + origin(output.origin());
    }

    /** The tokens that are sent, the prompt among them. */
    private Slot<Long> withPrompt(Slot<Long> input) {
        Slot<Long> prompt = inquiry.filled().get(SlotName.PROMPT_TOKENS);
        if (prompt == null) {
            return input;
        }
        long low = input.value() + prompt.value();
        long high = input.highOrValue() + prompt.highOrValue();
        return new Slot<>(low, low == high ? null : high, input.origin(), null, input.approximate());
    }

    /** Returns a chart's job: {@code 1,000 examples · 500 tokens/example · 3 epochs}. */
    public String chartJob() {
        return inquiry.filled().names().stream()
                .filter(name -> !isUnsaid(name) && !IN_HEADLINES.contains(name))
                .map(this::valueOf)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** A size says itself where no model's name has it. */
    private boolean isUnsaid(SlotName<?> name) {
        boolean ofModels = name == SlotName.SIZE_B
                && (!inquiry.filled().has(SlotName.MODELS)
                        || isAll(SlotName.MODELS)
                        || !inquiry.request().slots().has(SlotName.MODELS));
        boolean ofPlace = name == SlotName.PROVIDER && IdleValues.isWithinEu(inquiry);
        boolean measured = TRAFFIC.contains(name)
                && (MonthlyVolume.isSaid(inquiry.filled())
                        || TodaysBill.isTraffic(inquiry.request().slots(), inquiry.filled()));
        boolean ofPrompt = name == SlotName.INPUT_TOKENS
                && Long.valueOf(0).equals(inquiry.filled().value(SlotName.INPUT_TOKENS));
        // The requests say their growth.
        boolean grown = name == SlotName.GROWTH && !isUnsaid(SlotName.REQUESTS_PER_DAY);
        return ofPlace || measured || ofPrompt || grown || (EXPLAIN_THEMSELVES.contains(name) && !ofModels);
    }

    private boolean isAll(SlotName<?> name) {
        return name == SlotName.MODELS
                && List.of(SlotName.ALL_MODELS).equals(inquiry.filled().value(SlotName.MODELS));
    }

    /** {@code Assumed: 1,000 examples · 3 epochs}: assumed values, marked in front of them. */
    private static String ofOrigin(Origin origin, List<String> values, boolean all) {
        String joined = String.join(" · ", values);
        String where = origin(origin).strip().replace("(", "").replace(")", "");
        return where.isEmpty() || (values.size() == 1 && !all)
                ? joined + origin(origin)
                : (all ? Text.capitalised(where) : where) + ": " + joined;
    }

    /**
     * Returns the values that this message did not give, and that its other readings share.
     *
     * @param readings the inquiries of all readings
     */
    public Block.Notes assumedInAll(List<Inquiry> readings) {
        String line = inquiry.assumed().stream()
                .filter(name -> !EXPLAIN_THEMSELVES.contains(name))
                .filter(name -> readings.stream()
                        .allMatch(other -> Objects.equals(
                                other.filled().value(name), inquiry.filled().value(name))))
                .map(this::part)
                .collect(Collectors.joining(" · "));
        return new Block.Notes(Block.Tone.BASIS, line.isEmpty() ? List.of() : List.of(List.of(Span.plain(line))));
    }

    private String part(SlotName<?> name) {
        Slot<?> slot = inquiry.filled().get(name);
        return slot == null ? "" : valueOf(name) + origin(slot.origin());
    }

    private <T> String valueOf(SlotName<T> name) {
        Slot<T> slot = inquiry.filled().get(name);
        if (slot == null) {
            return "";
        }
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        if (name == SlotName.MODELS && untuned != null) {
            return models(untuned);
        }
        if (name == SlotName.SIZE_B) {
            boolean one = inquiry.filled().has(SlotName.MODELS) && !isAll(SlotName.MODELS);
            return (one ? "a model of " : "models of about ") + text(slot.value()) + "B";
        }
        if (isOfOneMonth(name, slot)) {
            return Numbers.count(((BigDecimal) slot.value())
                            .multiply(BigDecimal.valueOf(Period.DAYS_PER_MONTH))
                            .setScale(0, RoundingMode.HALF_UP))
                    + " requests";
        }
        String about = slot.approximate() ? "about " : "";
        Optional<Slot<BigDecimal>> mean =
                name == SlotName.REQUESTS_PER_DAY ? GrowingRequests.mean(inquiry.filled()) : Optional.empty();
        if (mean.isPresent()) {
            return about + whole(mean.get()) + " requests/day on average: " + range(slot) + " " + growth();
        }
        boolean ofExamples =
                name == SlotName.TOKENS_PER_EXAMPLE && inquiry.filled().has(SlotName.EXAMPLES);
        return about + (ofExamples ? range(slot) + " tokens each" : value(name, slot));
    }

    /** {@code growing 10% a month}, {@code growing 5%-10% a month}. */
    private String growth() {
        Slot<Growth> growth = inquiry.filled().get(SlotName.GROWTH);
        return growth == null ? "" : CanonicalText.growth(growth.value(), growth.high());
    }

    /** {@code 1 million requests} were counted as those of one month, so that their number says more than that of a day. */
    private boolean isOfOneMonth(SlotName<?> name, Slot<?> slot) {
        return name == SlotName.REQUESTS_PER_DAY
                && slot.origin() == Origin.DERIVED
                && slot.high() == null
                && Long.valueOf(1).equals(inquiry.filled().value(SlotName.MONTHS));
    }

    private String models(List<ModelId> untuned) {
        List<ModelId> models = inquiry.filled().value(SlotName.MODELS);
        return models == null
                ? ""
                : models.stream()
                        .map(id -> untuned.contains(id) ? "untuned " + modelName(id) : modelName(id))
                        .collect(Collectors.joining(BESIDE));
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case SAID -> "";
            case DERIVED -> " (derived)";
            case REMEMBERED -> " (from the thread)";
            case TEAM -> " (team default)";
            case DEFAULT -> " (assumed)";
        };
    }

    private String value(SlotName<?> name, Slot<?> slot) {
        String value = name == SlotName.VARIANT ? CanonicalText.variant(String.valueOf(slot.value())) : range(slot);
        if (name == SlotName.DISCOUNTS || name == SlotName.WITHOUT_PROVIDERS || name == SlotName.WITHOUT_MODELS) {
            value = value.replace(BESIDE, " and ");
        }
        return name.echo().contains(DOLLARS)
                ? name.echo().replace(DOLLARS, dollars(slot))
                : UnitNames.with(name, value, slot.value());
    }

    private static String dollars(Slot<?> slot) {
        String low = dollars((BigDecimal) slot.value());
        return slot.high() == null
                ? low
                : low + "-" + dollars((BigDecimal) slot.high()).substring(1);
    }

    /** Whole dollars as they are said, others to the cent: {@code $212.40}. */
    private static String dollars(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0
                ? "$" + Numbers.count(amount)
                : Numbers.listed(new Money(amount));
    }

    private String range(Slot<?> slot) {
        Object high = slot.high();
        return text(slot.value()) + (high == null ? "" : "-" + text(high));
    }

    private String text(Object value) {
        return switch (value) {
            case Long number -> Numbers.count(number);
            case BigDecimal number -> Numbers.count(number);
            case Method method -> method(method);
            case ModelId model -> modelName(model);
            case ProviderId provider -> providerName(provider);
            case Objective objective -> objective.name();
            case SellerDiscount discount -> Labels.discount(discount, this::providerName);
            case List<?> several -> several.stream().map(this::text).collect(Collectors.joining(BESIDE));
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            default -> Gpu.named(value.toString()).map(Gpu::label).orElse(value.toString());
        };
    }

    private String method(Method method) {
        boolean quantized =
                method == Method.LORA && Boolean.TRUE.equals(inquiry.filled().value(SlotName.QUANTIZED));
        return quantized ? "Q" + Labels.method(method) : Labels.method(method);
    }

    private String modelName(ModelId id) {
        return id.value().equals("all")
                ? "all models"
                : catalog.model(id)
                        .or(() -> catalog.modelNamed(id.value()))
                        .map(model -> model.name())
                        .orElseGet(() -> Model.unlisted(id, null).name());
    }

    private String providerName(ProviderId id) {
        return catalog.provider(id).map(provider -> provider.name()).orElse(id.value());
    }
}
