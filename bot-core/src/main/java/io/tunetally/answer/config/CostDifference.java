package io.tunetally.answer.config;

import io.tunetally.answer.dataset.OfferedQuote;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.trainingconfig.TrainingConfig;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The cost of two training configs. Amounts are compared by the most that may have to be paid.
 *
 * @param causes what changed, the one that moves the price most first
 */
public record CostDifference(Side base, Side head, List<Cause> causes) {
    public CostDifference {
        causes = List.copyOf(causes);
    }

    /**
     * A config with the quote that leads its answer.
     *
     * @param filled the values that were priced, with those assumed
     * @param startable whether a new customer can start the quoted offer; if not, none of the answer can be started
     */
    public record Side(ConfiguredJob job, Slots filled, Quote quote, boolean startable) {
        /** Returns the side of a job and the answer to it; empty if the answer has no price. */
        public static Optional<Side> of(ConfiguredJob job, Outcome outcome) {
            return outcome instanceof Outcome.Answered answered
                    ? OfferedQuote.leading(outcome)
                            .map(leading -> new Side(
                                    job, answered.inquiry().filled(), leading.quote(), leading.startable()))
                    : Optional.empty();
        }

        public Money most() {
            return quote.training().high();
        }
    }

    /**
     * A change.
     *
     * @param base the settings as written in the base, empty if they are not set
     * @param change by how much the head would cost less without it
     */
    public record Cause(String base, String head, Money change) {}

    /** Values that are set together, and the settings that say them. */
    private record Group(List<SlotName<?>> slots, List<String> settings) {
        Group and(Group other) {
            return new Group(
                    Stream.concat(slots.stream(), other.slots.stream()).toList(),
                    Stream.concat(settings.stream(), other.settings.stream()).toList());
        }
    }

    private static final Group EPOCHS = new Group(List.of(SlotName.EPOCHS), List.of("epochs"));

    private static final Group DATA = new Group(
            List.of(
                    SlotName.EXAMPLES,
                    SlotName.TOKENS_PER_EXAMPLE,
                    SlotName.TOTAL_TOKENS,
                    SlotName.BILLED_TOKENS,
                    SlotName.SEQUENCE_LENGTH,
                    SlotName.PACKED),
            List.of(
                    TrainingConfig.DATA,
                    "sequenceLength",
                    "packed",
                    "padded",
                    "held",
                    "maxExamples",
                    "steps",
                    "stepsPerEpoch",
                    "batch",
                    "accumulation",
                    "billedTokens"));

    private static final List<Group> OTHERS = List.of(
            new Group(List.of(SlotName.MODELS, SlotName.SIZE_B, SlotName.UNTUNED), List.of("model")),
            new Group(List.of(SlotName.METHOD, SlotName.QUANTIZED), List.of("method")),
            new Group(List.of(SlotName.OBJECTIVE), List.of("objective")),
            new Group(List.of(SlotName.PROVIDER), List.of("provider")),
            new Group(
                    List.of(SlotName.VALIDATION_TOKENS, SlotName.EVALUATIONS),
                    List.of(TrainingConfig.VALIDATION_DATA, "evaluations")));

    /** Returns the difference, for which each change is undone alone and the job priced again. */
    public static CostDifference of(Side base, Side head, Function<Request, Outcome> answers) {
        List<Cause> causes = new ArrayList<>();
        for (Group group : groups(base, head)) {
            Slots undone = undone(group, base.job().slots(), head.job().slots());
            if (!undone.equals(head.job().slots())) {
                OfferedQuote.leading(answers.apply(new Request.Estimate(undone)))
                        .map(quote -> head.most().minus(quote.quote().training().high()))
                        .map(change -> cause(group, base.job(), head.job(), change))
                        .filter(cause ->
                                !cause.change().isZero() || !cause.base().equals(cause.head()))
                        .ifPresent(causes::add);
            }
        }
        causes.sort(Comparator.comparing((Cause cause) -> cause.change().usd().abs())
                .reversed());
        return new CostDifference(base, head, causes);
    }

    /** The tokens of fractional epochs hold the epochs, so that the data cannot be undone without them. */
    private static List<Group> groups(Side base, Side head) {
        boolean fractional = Stream.of(base, head).anyMatch(side -> side.job().hasFractionalEpochs());
        return Stream.concat(OTHERS.stream(), fractional ? Stream.of(EPOCHS.and(DATA)) : Stream.of(EPOCHS, DATA))
                .toList();
    }

    private static Slots undone(Group group, Slots base, Slots head) {
        Slots.Builder slots = head.toBuilder();
        group.slots().forEach(name -> slots.replace(name, base));
        return slots.build();
    }

    private static Cause cause(Group group, ConfiguredJob base, ConfiguredJob head, Money change) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (String setting : group.settings()) {
            String was = base.config().said().get(setting);
            String is = head.config().said().get(setting);
            if (!Objects.equals(was, is)) {
                Optional.ofNullable(was).ifPresent(before::add);
                Optional.ofNullable(is).ifPresent(after::add);
            }
        }
        return before.isEmpty() && after.isEmpty() && !change.isZero()
                ? new Cause(values(group, base.slots()), values(group, head.slots()), change)
                : new Cause(String.join(", ", before), String.join(", ", after), change);
    }

    /** The files can differ where no setting does. */
    private static String values(Group group, Slots slots) {
        return group.slots().stream()
                .filter(slots::has)
                .map(name -> name.word() + ": " + slots.value(name))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** True if both configs cost the same on the same offer. */
    public boolean isNone() {
        return base.quote().training().equals(head.quote().training())
                && base.quote().offer().equals(head.quote().offer());
    }

    /** True if the changes alone make up the increase; several can share a minimum or multiply each other. */
    public boolean addsUp() {
        return causes.stream()
                .map(Cause::change)
                .reduce(Money.ZERO, Money::plus)
                .equals(increase());
    }

    /** Returns the increase; below zero for a decrease. */
    public Money increase() {
        return head.most().minus(base.most());
    }

    /** Returns the increase as a share of the base; empty if the base costs nothing. */
    public Optional<BigDecimal> share() {
        return base.most().isZero()
                ? Optional.empty()
                : Optional.of(increase().usd().divide(base.most().usd(), MathContext.DECIMAL64));
    }
}
