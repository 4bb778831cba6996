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
        List<ModelsOutcome.Row> startable = outcome.elsewhere().isEmpty() ? rows : outcome.elsewhere();
        Set<Model> seen = new HashSet<>();
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        answerFrame.figure(table(startable.stream()
                .filter(ModelsOutcome.Row::isOpen)
                .filter(row -> seen.add(row.model()))
                .toList()));
        answerFrame.detail(rows.size(), () -> table(rows));
        return answerFrame.reply(outcome.elsewhere().isEmpty() ? title(rows) : elsewhere(outcome), outcome.followUps());
    }

    /** {@code OpenAI takes no new customers: 3 of its models can be started on Azure OpenAI (global)}. */
    private static String elsewhere(ModelsOutcome outcome) {
        List<Model> open = models(outcome.elsewhere().stream());
        String sellers = outcome.elsewhere().stream()
                .map(row -> Labels.provider(row.offer()))
                .distinct()
                .collect(Collectors.collectingAndThen(Collectors.toList(), Text::listed));
        return outcome.models().getFirst().offer().provider().name() + " takes no new customers: "
                + (open.size() == 1
                        ? open.getFirst().name()
                        : Numbers.count(open.size()) + " of its "
                                + models(outcome.models().stream()).size() + " models")
                + " can be started on " + sellers;
    }

    private static String title(List<ModelsOutcome.Row> rows) {
        if (rows.isEmpty()) {
            return "No seller on file offers that for fine-tuning";
        }
        List<Model> all = models(rows.stream());
        List<Model> open = models(rows.stream().filter(ModelsOutcome.Row::isOpen));
        if (all.size() == 1) {
            return all.getFirst().name() + (open.isEmpty() ? " cannot" : " can")
                    + " be started today by a new customer";
        }
        if (open.isEmpty()) {
            return "None of " + all.size() + " models can be started today by a new customer";
        }
        return Text.counted(all.size(), "model") + " can be fine-tuned, "
                + (open.size() == all.size() ? "all" : Numbers.count(open.size())) + " of them by a new customer";
    }

    private static List<Model> models(Stream<ModelsOutcome.Row> rows) {
        return rows.map(ModelsOutcome.Row::model).distinct().toList();
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
