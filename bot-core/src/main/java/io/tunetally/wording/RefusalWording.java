package io.tunetally.wording;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.TrainingJob;
import io.tunetally.engine.Unpriceable;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Period;
import io.tunetally.units.Quantity;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.Buttons;
import io.tunetally.wording.part.IdleValues;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.ProblemWording;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words why a request cannot be answered, and what to ask instead. */
final class RefusalWording {
    /** The maximum number of models of a family that are named. */
    private static final int MEMBERS = 5;

    Reply reply(Outcome.Refused outcome) {
        List<Block> blocks = new ArrayList<>();
        String title = ofSeller(outcome).orElseGet(() -> title(outcome.reason())) + serving(outcome);
        Optional<String> tooFew = tooFewGpus(outcome).or(() -> inTime(outcome));
        tooFew.ifPresent(_ -> blocks.add(Block.Text.of(Span.plain(title + "."))));
        blocks.add(Block.Text.of(Span.plain(instead(outcome.reason()))));
        Outcome.Instead other = outcome.instead();
        if (other != null) {
            blocks.add(Block.Text.of(Span.plain("You can start today: " + Labels.offer(other.quote()) + ": "
                    + new Standing(other.inquiry()).cost(other.quote()) + ".")));
        }
        List<List<Span>> doubts = doubts(outcome);
        if (!doubts.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.WARNING, doubts));
        }
        if (!outcome.followUps().isEmpty()) {
            blocks.add(Buttons.of("", outcome.followUps()));
        }
        return AnswerFrame.bare(tooFew.orElse(title), blocks);
    }

    /** Returns what could not be read or used. */
    private static List<List<Span>> doubts(Outcome.Refused outcome) {
        List<List<Span>> doubts = new ArrayList<>();
        String unused = outcome.interpretation().unused().stream()
                .map(Interpretation.Unused::text)
                .collect(Collectors.joining(" · "));
        if (!unused.isEmpty()) {
            doubts.add(List.of(Span.plain("Not used: " + unused)));
        }
        rollouts(outcome).ifPresent(sampled -> doubts.add(List.of(Span.plain("Not used: " + sampled))));
        if (!(outcome.reason() instanceof Outcome.Reason.NotAValue)) {
            doubts.addAll(ProblemWording.of(
                    outcome.interpretation(),
                    problem -> outcome.reason() instanceof Outcome.Reason.Impossible impossible
                            && impossible.problem().equals(problem)));
        }
        return doubts;
    }

    /** {@code Fireworks AI bills RFT by the hour of training}, where no model was named. */
    private static Optional<String> ofSeller(Outcome.Refused outcome) {
        Request request = outcome.interpretation().request();
        if (request == null
                || request.slots().has(SlotName.MODELS)
                || request.slots().has(SlotName.SIZE_B)
                || !(outcome.reason() instanceof Outcome.Reason.HoursNeeded hourly)) {
            return Optional.empty();
        }
        Objective objective = request.slots().value(SlotName.OBJECTIVE);
        return Optional.of(hourly.provider().name() + " bills " + (objective == null ? "" : objective + " ")
                + "by the hour of training, not by the token");
    }

    /** {@code 36,000,000 tokens of rollouts (1,000 × 8 × 1,500 × 3)}, which a price by the hour has no place for. */
    private static Optional<String> rollouts(Outcome.Refused outcome) {
        Request request = outcome.interpretation().request();
        if (request == null || !(outcome.reason() instanceof Outcome.Reason.HoursNeeded)) {
            return Optional.empty();
        }
        List<Long> factors = Stream.of(
                        SlotName.EXAMPLES, SlotName.ROLLOUTS, SlotName.TOKENS_PER_EXAMPLE, SlotName.EPOCHS)
                .map(request.slots()::value)
                .filter(Objects::nonNull)
                .toList();
        boolean sampled =
                request.slots().has(SlotName.ROLLOUTS) && request.slots().has(SlotName.TOKENS_PER_EXAMPLE);
        return sampled
                ? Optional.of(Numbers.count(factors.stream().reduce(1L, (one, other) -> one * other))
                        + " tokens of rollouts ("
                        + factors.stream().map(Numbers::count).collect(Collectors.joining(" × "))
                        + ")")
                : Optional.empty();
    }

    /** Says first whether the training ends in time, if a time was said. */
    private static Optional<String> inTime(Outcome.Refused outcome) {
        Request request = outcome.interpretation().request();
        return outcome.reason() instanceof Outcome.Reason.OwnHardware own && request != null
                ? HardwareWording.inTime(
                        request.slots(), own.job().need(), own.job().hours())
                : Optional.empty();
    }

    /** Says first that the asker's GPUs are too few. */
    private static Optional<String> tooFewGpus(Outcome.Refused outcome) {
        Request request = outcome.interpretation().request();
        return outcome.reason() instanceof Outcome.Reason.OwnHardware own && request != null
                ? IdleValues.tooFewGpus(request.slots(), own.job().need())
                : Optional.empty();
    }

    /** {@code , then 720 GPU-hours a month for each GPU that serves it}, where running is asked about. */
    private static String serving(Outcome.Refused outcome) {
        Request request = outcome.interpretation().request();
        return outcome.reason() instanceof Outcome.Reason.OwnHardware && request != null && request.asksAboutRunning()
                ? ", then " + hoursUp(request.slots()) + " GPU-hours a month for each GPU that serves it"
                : "";
    }

    private static String hoursUp(Slots slots) {
        Slot<BigDecimal> hours = slots.get(SlotName.MONTHLY_HOURS);
        return hours == null
                ? Numbers.count(Period.HOURS_PER_MONTH)
                : Numbers.range(hours.value(), hours.highOrValue());
    }

    /** Returns why one of several models has no figures. */
    static String sentence(Outcome.Reason reason) {
        return title(reason) + ". " + instead(reason);
    }

    static String title(Outcome.Reason reason) {
        return switch (reason) {
            case Outcome.Reason.TooManyTokens many ->
                Numbers.quantity(many.billedTokens()) + " are more than anybody trains on";
            case Outcome.Reason.Impossible impossible ->
                Text.capitalised(ProblemWording.outOfRange(impossible.problem()));
            case Outcome.Reason.NotAValue other ->
                (other.nearest().isEmpty() ? "Not a number, in the option " : "Unknown ")
                        + other.option().replace('_', ' ') + ": \"" + other.typed() + "\"";
            case Outcome.Reason.NoPrice none -> "No price for " + names(none.models());
            case Outcome.Reason.OtherConditions other ->
                "No price for " + names(other.models()) + " under these conditions";
            case Outcome.Reason.WhichOfFamily which ->
                which.members().size() == 1
                        ? which.members().getFirst().name() + " is the one " + family(which)
                                + " that a new customer can start"
                        : "Which " + family(which) + "?";
            case Outcome.Reason.NotTuned none ->
                "No price for " + none.model().name() + ": no seller on file lists it for fine-tuning";
            case Outcome.Reason.HostedOnly hosted ->
                "No: " + hosted.model().name() + " runs at "
                        + Text.listed(
                                hosted.providers().stream().map(Provider::name).toList())
                        + " only";
            case Outcome.Reason.NotPublished none ->
                "No price for " + (none.objective() == Objective.SFT ? "" : none.objective() + " of ")
                        + none.model().name() + " on " + none.provider().name();
            case Outcome.Reason.TrainedOtherwise other ->
                "No price for " + other.asked() + " of " + other.model().name();
            case Outcome.Reason.HoursNeeded hourly -> hourly.model().name() + " is billed by the hour of training";
            case Outcome.Reason.Ended ended ->
                Labels.offer(ended.closed().offer()) + ": "
                        + Standing.closed(ended.closed().reason());
            case Outcome.Reason.UnknownGpu unknown -> "How fast the GPU \"" + unknown.said() + "\" is, is not on file";
            case Outcome.Reason.NoGpuPrice none ->
                "No hourly price for the " + none.gpu().label()
                        + (none.provider().id().equals(ProviderId.SELF_HOSTED)
                                ? ""
                                : " on " + none.provider().name());
            case Outcome.Reason.OwnHardware own ->
                own.job().offer().model().name() + ", "
                        + Labels.method(own.job().offer(), own.job().need())
                        + " on your own hardware: electricity only, about " + energy(own.job())
                        + Numbers.quantity(own.job().hours()) + " to train" + onAll(own.job());
            case Outcome.Reason.SizeNeeded size -> "The size of " + size.model().name() + " is not known";
        };
    }

    /** Returns the GPU-hours for the rollouts on top of those of training; nothing where none are generated. */
    private static String generating(Unpriceable.OwnHardware own) {
        Quantity sampled = own.sampled();
        return sampled == null ? "" : ", and " + Arithmetic.generating(own.need(), sampled);
    }

    /** {@code 0.74-3.32 kWh in }; nothing where the power of the GPU is not on file. */
    private static String energy(Unpriceable.OwnHardware own) {
        OptionalInt watts = own.need().gpu().watts();
        if (watts.isEmpty()) {
            return "";
        }
        BigDecimal kilowatts = BigDecimal.valueOf(watts.getAsInt()).movePointLeft(3);
        Quantity hours = own.hours();
        return Numbers.range(hours.low().multiply(kilowatts), hours.high().multiply(kilowatts)) + " kWh in ";
    }

    private static String power(Gpu gpu) {
        OptionalInt watts = gpu.watts();
        String example = " W at $0.30 per kWh. What buying GPUs costs is not priced.";
        return watts.isEmpty()
                ? ". For the electricity in dollars say the watts of a GPU and your price, such as 350" + example
                : ". The " + gpu.label() + " draws up to " + watts.getAsInt()
                        + " W: multiply the kWh by your price, or say both, such as " + watts.getAsInt() + example;
    }

    /** {@code  (6.3-28.1 hours on 8 GPUs)}; nothing for one GPU. */
    private static String onAll(Unpriceable.OwnHardware own) {
        long gpus = own.need().gpus();
        return gpus == 1
                ? ""
                : " (" + HardwareWording.duration(own.hours(), gpus) + " on " + Numbers.count(gpus) + " GPUs)";
    }

    static String instead(Outcome.Reason reason) {
        return switch (reason) {
            case Outcome.Reason.TooManyTokens _ ->
                "At most " + Numbers.count(TrainingJob.MAX_BILLED_TOKENS)
                        + " tokens are priced. Check the number of examples, tokens per example and epochs.";
            case Outcome.Reason.Impossible impossible ->
                "\"" + impossible.problem().text() + "\" was not used, so there is no answer yet.";
            case Outcome.Reason.NotAValue other ->
                other.nearest().isEmpty()
                        ? "Type a number, such as 1000, 1,000 or 1k. Nothing was priced."
                        : "Nothing was priced in its place. Nearest: " + String.join(", ", other.nearest()) + ".";
            case Outcome.Reason.NoPrice _ -> "No price book has a training price that holds on this day.";
            case Outcome.Reason.OtherConditions _ ->
                "Price books have it for others: leave out the provider, the method, the deployment or the size.";
            case Outcome.Reason.WhichOfFamily which when which.members().size() == 1 -> "Say its name for the details.";
            case Outcome.Reason.WhichOfFamily which ->
                "A new customer can start " + firstOf(which.members()) + ": say one of them.";
            case Outcome.Reason.NotTuned none
            when !none.startable().isEmpty() ->
                "Of its family a new customer can start " + firstOf(none.startable()) + ".";
            case Outcome.Reason.NotTuned _ -> "Only language models are priced: if this is an open one, say its size.";
            case Outcome.Reason.HostedOnly _ ->
                "Its weights are not public, so it cannot run on your own or rented GPUs; open models can.";
            case Outcome.Reason.NotPublished none ->
                none.provider().name() + " trains it, at a price that was looked for and not found."
                        + (none.objective() == Objective.RFT ? " " + CriterionWording.ROLLOUTS : "");
            case Outcome.Reason.TrainedOtherwise other ->
                "It is trained by " + other.offered() + " instead: add \""
                        + other.offered().name().toLowerCase(Locale.ROOT) + "\".";
            case Outcome.Reason.HoursNeeded _ -> "Say how many hours it will train, for example: 4 training hours.";
            case Outcome.Reason.Ended _ ->
                "It was billed by the hour of training: add hours, such as 4 training hours, for its price.";
            case Outcome.Reason.UnknownGpu _ ->
                "The hours come from a GPU's speed. Name one of these: "
                        + Arrays.stream(Gpu.values()).map(Gpu::label).collect(Collectors.joining(", ")) + ".";
            case Outcome.Reason.NoGpuPrice _ ->
                "Name another GPU or another provider of GPUs, for example: on runpod h100.";
            case Outcome.Reason.OwnHardware own ->
                "It needs " + Arithmetic.gpus(own.job().need()) + ". "
                        + Arithmetic.of(own.job().need(), own.job().tokens())
                        + generating(own.job())
                        + power(own.job().need().gpu());
            case Outcome.Reason.SizeNeeded _ -> "Name a model with its size, for example: llama 70b.";
        };
    }

    /** The family as its members spell it. */
    private static String family(Outcome.Reason.WhichOfFamily which) {
        String member = which.members().getFirst().name();
        return member.substring(
                0, Math.min(member.length(), which.family().id().value().length()));
    }

    private static String firstOf(List<Model> models) {
        int more = models.size() - MEMBERS;
        return models.stream().limit(MEMBERS).map(Model::name).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String names(List<Model> models) {
        if (models.size() > MEMBERS) {
            return "any of the " + models.size() + " models";
        }
        return models.isEmpty() ? "this" : models.stream().map(Model::name).collect(Collectors.joining(", "));
    }
}
