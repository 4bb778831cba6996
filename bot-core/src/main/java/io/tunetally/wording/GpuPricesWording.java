package io.tunetally.wording;

import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.AppliedRate;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Quantity;
import io.tunetally.units.UnitPrice;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.PriceAge;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Words what GPUs cost by the hour: where, how much, and the day each price was last seen; or what a run of hours costs. */
final class GpuPricesWording {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private static final String PCIE = "PCIe";
    private static final SlotName<?>[] ASSUMED = {
        SlotName.EXAMPLES,
        SlotName.TOKENS_PER_EXAMPLE,
        SlotName.EPOCHS,
        SlotName.REQUESTS_PER_DAY,
        SlotName.INPUT_TOKENS,
        SlotName.OUTPUT_TOKENS,
        SlotName.MONTHS
    };
    private static final String OWN_GPU =
            "A GPU of your own costs electricity only: say its watts and your price, such as 350 W at $0.30 per kWh.";

    private static final List<SlotName<?>> OF_RUN = List.of(
            SlotName.GPU,
            SlotName.GPUS,
            SlotName.TRAINING_HOURS,
            SlotName.GPU_HOUR_USD,
            SlotName.MONTHS,
            SlotName.DAYS);

    Reply reply(GpuPricesOutcome outcome) {
        GpuPricesOutcome.Run run = outcome.run();
        AnswerFrame answerFrame =
                AnswerFrame.of(run == null ? outcome.inquiry().without(SlotName.GPU) : rest(outcome.inquiry()));
        if (run != null) {
            if (run.gpus() != null || run.price() != null) {
                answerFrame.add(arithmetic(run, outcome.hour()));
            }
            if (isBesideOwn(outcome.inquiry())) {
                answerFrame.footnote(OWN_GPU);
            }
            if (run.gpus() == null && run.gpu() != null) {
                answerFrame.footnote("One GPU is assumed: say how many ran, such as 8 " + run.gpu() + ".");
            }
        }
        if (outcome.rows().isEmpty()) {
            return answerFrame.reply(title(outcome), outcome.followUps());
        }
        answerFrame.add(table(outcome));
        cite(answerFrame, outcome, outcome.rows().getFirst());
        return answerFrame.reply(title(outcome), outcome.followUps());
    }

    /** True of a rented GPU that is held against one of the asker's own. */
    private static boolean isBesideOwn(Inquiry inquiry) {
        Slots said = inquiry.request().slots();
        ProviderId provider = said.value(SlotName.PROVIDER);
        return Boolean.TRUE.equals(said.value(SlotName.OWN_HARDWARE))
                && provider != null
                && !provider.equals(ProviderId.SELF_HOSTED);
    }

    /** Returns what the headline of a run does not say; the data of a usual job is not used. */
    private static Inquiry rest(Inquiry inquiry) {
        Inquiry rest = inquiry.withoutDefaults(ASSUMED);
        for (SlotName<?> name : OF_RUN) {
            rest = rest.without(name);
        }
        return isBesideOwn(inquiry) ? rest.without(SlotName.OWN_HARDWARE) : rest;
    }

    /** {@code 8 GPUs × 14 hours = 112 GPU-hours × $3.20 / GPU-hour = $358.40}. */
    private static Block.Facts arithmetic(GpuPricesOutcome.Run run, UnitPrice hour) {
        Long gpus = run.gpus();
        String product = gpus == null ? "" : Text.counted(gpus, "GPU") + " × " + Numbers.quantity(run.hours()) + " = ";
        String cost = run.price() == null
                ? ""
                : " × " + Numbers.unitPrice(hour) + " = " + Numbers.money(run.cost(hour.price()));
        return new Block.Facts(
                List.of(Block.Fact.of("", Span.plain(product + Numbers.quantity(run.gpuHours()) + cost))));
    }

    private static void cite(AnswerFrame answerFrame, GpuPricesOutcome outcome, GpuPricesOutcome.Row first) {
        LocalDate today = outcome.inquiry().asOf();
        LocalDate seen = first.rate().provenance().lastSeen();
        if (seen != null && first.rate().provenance().isStaleOn(today)) {
            answerFrame.warn(
                    Caveat.Rank.STALE,
                    "The price at " + first.provider().name() + " was last seen " + PriceAge.of(seen, today)
                            + ": check before you commit.");
        }
        answerFrame.sources(outcome.rows().stream()
                .map(row -> AppliedRate.asListed(row.rate()))
                .toList());
    }

    private static String title(GpuPricesOutcome outcome) {
        GpuPricesOutcome.Run run = outcome.run();
        if (run == null) {
            return title(outcome, outcome.rows().getFirst());
        }
        UnitPrice said = run.price();
        String cost = said == null
                ? (outcome.rows().size() > 1 ? "from " : "")
                        + cost(run, outcome.rows().getFirst()) + " ("
                        + outcome.rows().getFirst().provider().name() + ")"
                : Numbers.money(run.cost(said.price()));
        return gpus(run) + ": " + cost;
    }

    /** {@code 8 H100 for 14 hours}, {@code 100 GPU-hours}. */
    private static String gpus(GpuPricesOutcome.Run run) {
        String gpu = run.gpu();
        Long gpus = run.gpus();
        String name = gpu == null
                ? ""
                : gpu.toUpperCase(Locale.ROOT).equals(gpu) || gpu.contains(" ") ? gpu : gpu.toUpperCase(Locale.ROOT);
        String minutes = minutes(run.hours());
        if (gpus == null && gpu != null && !minutes.isEmpty()) {
            return name + " for " + minutes;
        }
        if (gpus == null) {
            return Numbers.quantity(run.gpuHours()) + (gpu == null ? "" : " of " + name);
        }
        return (gpu == null ? Text.counted(gpus, "GPU") : Numbers.count(gpus) + " " + name) + " for "
                + (minutes.isEmpty() ? Numbers.quantity(run.hours()) : minutes);
    }

    /** Returns {@code 50 minutes} for a part of an hour that two decimals do not say; empty for others. */
    private static String minutes(Quantity hours) {
        BigDecimal shown = hours.low().setScale(2, RoundingMode.HALF_UP);
        boolean exact = hours.low().compareTo(hours.high()) == 0;
        return !exact || hours.low().compareTo(BigDecimal.ONE) >= 0 || shown.compareTo(hours.low()) == 0
                ? ""
                : Text.counted(
                        hours.low()
                                .multiply(MINUTES)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact(),
                        "minute");
    }

    private static String cost(GpuPricesOutcome.Run run, GpuPricesOutcome.Row row) {
        return Numbers.money(run.cost(row.rate().price().price()));
    }

    private static String title(GpuPricesOutcome outcome, GpuPricesOutcome.Row first) {
        Gpu gpu = outcome.gpu();
        String from = outcome.rows().size() > 1 ? "from " : "";
        return (gpu == null ? "GPUs: " : gpu.label() + ": ") + from + price(first) + " an hour ("
                + (gpu == null ? label(first) + ", " : "") + first.provider().name() + ")";
    }

    private static Block.Table table(GpuPricesOutcome outcome) {
        GpuPricesOutcome.Run run = outcome.run();
        if (run != null) {
            return new Block.Table(
                    List.of(
                            Block.Column.text("GPU"),
                            Block.Column.text("Provider"),
                            Block.Column.number("$/hour"),
                            Block.Column.number("Cost")),
                    outcome.rows().stream()
                            .map(row -> List.of(label(row), row.provider().name(), price(row), cost(run, row)))
                            .toList());
        }
        return new Block.Table(
                List.of(
                        Block.Column.text("GPU"),
                        Block.Column.text("Provider"),
                        Block.Column.number("$/hour"),
                        Block.Column.text("Seen")),
                outcome.rows().stream().map(GpuPricesWording::row).toList());
    }

    private static List<String> row(GpuPricesOutcome.Row row) {
        LocalDate seen = row.rate().provenance().lastSeen();
        return List.of(label(row), row.provider().name(), price(row), seen == null ? "undated" : seen.toString());
    }

    private static String price(GpuPricesOutcome.Row row) {
        return Numbers.listed(row.rate().price().price());
    }

    /** {@code H100 SXM}: the GPU and its form, which the price book writes as {@code h100_sxm}. */
    private static String label(GpuPricesOutcome.Row row) {
        String form = row.rate().variant().substring(row.gpu().id().length()).replace("_", "");
        return form.isEmpty() ? row.gpu().label() : row.gpu().label() + " " + spelled(form);
    }

    private static String spelled(String form) {
        return form.equalsIgnoreCase(PCIE) ? PCIE : form.toUpperCase(Locale.ROOT);
    }
}
