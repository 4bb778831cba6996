package io.tunetally.wording;

import io.tunetally.answer.ModelsOutcome;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words every model with its providers, prices, and whether a new customer can start. */
final class ModelsWording {
    Reply reply(ModelsOutcome outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        answerFrame.add(new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.text("Provider"),
                        Block.Column.text("Methods"),
                        Block.Column.number("$/1M"),
                        Block.Column.text("New jobs")),
                outcome.models().stream().map(ModelsWording::row).toList()));
        long models = outcome.models().stream()
                .map(ModelsOutcome.Availability::model)
                .distinct()
                .count();
        long open = outcome.models().stream()
                .filter(available -> available.closedBy() == null)
                .map(ModelsOutcome.Availability::model)
                .distinct()
                .count();
        return answerFrame.reply(
                Text.counted(models, "model") + " can be fine-tuned, " + open + " of them by a new customer",
                outcome.followUps());
    }

    static String offer(ModelsOutcome.Availability available) {
        return Labels.provider(available.offer()) + ", " + price(available) + closed(available);
    }

    static String cheapestOffer(ModelsOutcome.Availability available) {
        String from = available.perMillionTokens() == null ? "" : "from ";
        return available.offer().provider().name() + ", " + from + price(available) + closed(available);
    }

    private static String price(ModelsOutcome.Availability available) {
        return available.perMillionTokens() == null
                ? "by the hour"
                : Numbers.listed(available.perMillionTokens()) + " / 1M tokens";
    }

    private static String closed(ModelsOutcome.Availability available) {
        return available.closedBy() == null
                ? ""
                : ", closed " + available.closedBy().date();
    }

    private static List<String> row(ModelsOutcome.Availability available) {
        LifecycleEvent closed = available.closedBy();
        return List.of(
                available.model().name(),
                Labels.provider(available.offer()),
                Stream.of(Method.values())
                        .filter(available.methods()::contains)
                        .map(Labels::method)
                        .collect(Collectors.joining(", ")),
                available.perMillionTokens() == null ? "by the hour" : Numbers.listed(available.perMillionTokens()),
                closed == null ? "open" : "closed " + closed.date());
    }
}
