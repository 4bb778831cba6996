package io.tunetally.wording;

import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.catalog.Gpu;
import io.tunetally.engine.AppliedRate;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.request.SlotName;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.PriceAge;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Words what GPUs cost by the hour: where, how much, and the day each price was last seen. */
final class GpuPricesWording {
    private static final String PCIE = "PCIe";

    Reply reply(GpuPricesOutcome outcome) {
        GpuPricesOutcome.Row first = outcome.rows().getFirst();
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry().without(SlotName.GPU));
        answerFrame.add(table(outcome));
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
        return answerFrame.reply(title(outcome, first), outcome.followUps());
    }

    private static String title(GpuPricesOutcome outcome, GpuPricesOutcome.Row first) {
        Gpu gpu = outcome.gpu();
        String from = outcome.rows().size() > 1 ? "from " : "";
        return (gpu == null ? "GPUs: " : gpu.label() + ": ") + from + price(first) + " an hour ("
                + (gpu == null ? label(first) + ", " : "") + first.provider().name() + ")";
    }

    private static Block.Table table(GpuPricesOutcome outcome) {
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
