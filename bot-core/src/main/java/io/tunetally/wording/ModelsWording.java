package io.tunetally.wording;

import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words every model with its providers, prices, and whether a new customer can start. */
final class ModelsWording {
    Reply reply(ModelsOutcome outcome) {
        List<ModelsOutcome.Row> rows = outcome.models();
        Set<Model> seen = new HashSet<>();
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        answerFrame.figure(table(rows.stream()
                .filter(ModelsOutcome.Row::isOpen)
                .filter(row -> seen.add(row.model()))
                .toList()));
        answerFrame.detail(rows.size(), () -> table(rows));
        return answerFrame.reply(
                rows.isEmpty()
                        ? "No seller on file offers that for fine-tuning"
                        : Text.counted(models(rows.stream()), "model") + " can be fine-tuned, "
                                + models(rows.stream().filter(ModelsOutcome.Row::isOpen))
                                + " of them by a new customer",
                outcome.followUps());
    }

    private static long models(Stream<ModelsOutcome.Row> rows) {
        return rows.map(ModelsOutcome.Row::model).distinct().count();
    }

    private static Block.Table table(List<ModelsOutcome.Row> rows) {
        return new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.text("Provider"),
                        Block.Column.text("Methods"),
                        Block.Column.number("Per 1M tokens"),
                        Block.Column.text("New jobs")),
                rows.stream().map(ModelsWording::row).toList());
    }

    static String offer(ModelsOutcome.Row available) {
        return Labels.provider(available.offer()) + ", " + price(available) + closed(available);
    }

    static String cheapestOffer(ModelsOutcome.Row available) {
        String from = available.perMillionTokens() == null ? "" : "from ";
        return available.offer().provider().name() + ", " + from + price(available) + closed(available);
    }

    private static String price(ModelsOutcome.Row available) {
        return available.perMillionTokens() == null
                ? "by the hour"
                : Numbers.listed(available.perMillionTokens()) + " / 1M tokens";
    }

    private static String closed(ModelsOutcome.Row available) {
        return available.isOpen() ? "" : ", " + newJobs(available);
    }

    private static List<String> row(ModelsOutcome.Row available) {
        return List.of(
                available.model().name(),
                Labels.provider(available.offer()),
                Stream.of(Method.values())
                        .filter(available.methods()::contains)
                        .map(Labels::method)
                        .collect(Collectors.joining(", ")),
                available.perMillionTokens() == null ? "by the hour" : Numbers.listed(available.perMillionTokens()),
                newJobs(available));
    }

    private static String newJobs(ModelsOutcome.Row available) {
        LifecycleEvent closed = available.closedBy();
        if (closed != null) {
            return "closed " + closed.date();
        }
        return available.listed() ? "open" : "not listed";
    }
}
