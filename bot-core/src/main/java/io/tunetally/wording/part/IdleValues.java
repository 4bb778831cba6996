package io.tunetally.wording.part;

import io.tunetally.answer.advice.CachedInput;
import io.tunetally.answer.advice.GrowingRequests;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Factor;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understood values without effect, because another value that they modify was not given. */
public final class IdleValues {
    private static final String IN_FEWER_BITS = "; running it goes by what you have, which holds it in 4 bits";

    private IdleValues() {}

    static List<String> of(Inquiry inquiry) {
        Slots filled = inquiry.filled();
        List<String> idle = new ArrayList<>();
        if (Boolean.FALSE.equals(filled.value(SlotName.PACKED)) && !filled.has(SlotName.SEQUENCE_LENGTH)) {
            idle.add("Packing changes nothing until the sequence length is known, for example: sequence length 2048.");
        }
        if (inquiry.running()
                && filled.has(SlotName.CACHED_PERCENT)
                && !filled.has(SlotName.PROMPT_TOKENS)
                && !CachedInput.isSaid(inquiry.request().intent(), filled)) {
            idle.add("Only the prompt that every request repeats is cached; say how long it is, for example: "
                    + "2000 token prompt.");
        }
        if (filled.has(SlotName.DISCOUNTS) && inquiry.isByGuide()) {
            idle.add("The guide's own figures stay without the discount.");
        }
        if (filled.has(SlotName.MOST_MODELS) && !ranksModels(inquiry)) {
            idle.add("Not used: the " + filled.value(SlotName.MOST_MODELS) + " cheapest (one model is priced)");
        }
        if (filled.has(SlotName.IN_EU) && !isWithinEu(inquiry)) {
            idle.add("Not used: in the EU (no price list says where its seller processes data)");
        }
        ModelId teacher = filled.value(SlotName.TEACHER);
        if (teacher != null && inquiry.engine().untuned(teacher).isEmpty()) {
            idle.add("Not used: "
                    + inquiry.engine()
                            .prices()
                            .catalog()
                            .model(teacher)
                            .map(Model::name)
                            .orElse(teacher.value()) + " as the teacher (its answers have no price on file)");
        } else if (teacher != null && !filled.has(SlotName.EXAMPLES)) {
            idle.add("Say how many examples there are, and the teacher's answers are priced too.");
        }
        if (inquiry.request().slots().has(SlotName.GROWTH) && !filled.has(SlotName.GROWTH)) {
            String why = GrowingRequests.mayGrow(inquiry.request().intent(), filled)
                    ? "that is more than "
                            + Numbers.count(SlotName.REQUESTS_PER_DAY.limits().maximum())
                            + " requests a day on average: say a smaller growth or a shorter time"
                    : "every day is priced alike";
            idle.add("Not used: " + inquiry.request().slots().value(SlotName.GROWTH) + " (" + why + ")");
        }
        return idle;
    }

    private static boolean ranksModels(Inquiry inquiry) {
        List<ModelId> models = inquiry.filled().value(SlotName.MODELS);
        boolean several = models == null || models.size() > 1 || models.contains(SlotName.ALL_MODELS);
        return switch (inquiry.request().intent()) {
            case ESTIMATE, COMPARE, TCO, RECOMMEND -> several;
            default -> false;
        };
    }

    /** {@code Not used: quoted $15,000 (the price of training one model judges it)}. */
    static Optional<String> sum(Slots filled) {
        BigDecimal markup = filled.value(SlotName.MARKUP_PERCENT);
        if (markup != null) {
            return Optional.of(
                    "Not used: " + UnitNames.with(SlotName.MARKUP_PERCENT, Numbers.range(markup, markup), markup)
                            + " (say which model it is for)");
        }
        for (SlotName<BigDecimal> name : SlotName.JUDGED_SUMS) {
            Slot<BigDecimal> slot = filled.get(name);
            if (slot != null) {
                String sum = UnitNames.with(name, Numbers.range(slot.value(), slot.highOrValue()), slot.value());
                return Optional.of("Not used: " + sum + " (the price of training one model judges it)");
            }
        }
        return Optional.empty();
    }

    /**
     * Says that the GPUs that were named cannot hold the training of the first offer, which is priced on enough; without a number one is
     * meant.
     */
    static Optional<String> tooFewGpus(Inquiry inquiry, List<Quote> quotes) {
        Slots filled = inquiry.filled();
        boolean one = filled.has(SlotName.GPU) && !filled.has(SlotName.GPUS);
        Slots said = one ? filled.with(SlotName.GPUS, Slot.of(1L, Origin.DERIVED)) : filled;
        Quote first = quotes.isEmpty() ? null : quotes.getFirst();
        return tooFewGpus(said, first == null ? null : first.gpuNeed())
                .map(text -> text + ", and is priced on them"
                        + (first != null && isRunOn(said, first) ? IN_FEWER_BITS : ""));
    }

    /** True if the month is priced on just the GPUs whose number was given. */
    private static boolean isRunOn(Slots said, Quote quote) {
        Long gpus = said.value(SlotName.GPUS);
        BigDecimal count = BigDecimal.valueOf(gpus == null ? 0 : gpus);
        return quote.lines().stream()
                .filter(line -> line.kind() == LineItem.Kind.DEDICATED_GPUS)
                .flatMap(line -> line.counted().factors().stream())
                .anyMatch(factor ->
                        factor.name() == Factor.Name.GPUS && factor.low().compareTo(count) == 0);
    }

    /** Says that the GPUs whose number was given cannot hold a training. */
    public static Optional<String> tooFewGpus(Slots filled, @Nullable GpuNeed need) {
        Long said = filled.value(SlotName.GPUS);
        return said == null || need == null || need.gpus() <= said
                ? Optional.empty()
                : Optional.of(Numbers.count(said) + " " + need.gpu().label() + " cannot hold this training: it needs "
                        + Numbers.count(need.gpus()));
    }

    /** True if only GPUs whose place the asker chooses are priced, because the data has to stay in the EU. */
    static boolean isWithinEu(Inquiry inquiry) {
        SlotName<ProviderId> place =
                inquiry.request().intent() == Intent.MIGRATE ? SlotName.TARGET_PROVIDER : SlotName.PROVIDER;
        return inquiry.filled().has(SlotName.IN_EU)
                && ProviderId.SELF_HOSTED.equals(inquiry.filled().value(place));
    }
}
