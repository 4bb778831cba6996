package io.tunetally.wording;

import io.tunetally.answer.WorthItOutcome;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Criterion;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words whether to fine-tune at all, with the reasons, this team's numbers and what would change the verdict. */
final class WorthItWording {
    Reply reply(WorthItOutcome outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        answerFrame.add(new Block.Facts(reasons(outcome)));
        Quote quote = outcome.quote();
        BreakEven breakEven = outcome.breakEven();
        if (quote != null) {
            if (breakEven == null) {
                answerFrame.cite(quote);
            } else {
                answerFrame.cite(List.of(breakEven));
            }
            answerFrame.add(new Block.Facts(numbers(quote, breakEven)));
        }
        answerFrame.add(Block.Text.of(Span.strong("What would change this: "), Span.plain(change(outcome))));
        answerFrame.add(
                Block.Text.of(
                        Span.strong("Instead: "),
                        Span.plain(
                                "few-shot prompting is free and instant; for knowledge that changes, retrieval (RAG) keeps it outside the model.")));
        return answerFrame.reply(title(outcome), outcome.followUps());
    }

    private static String title(WorthItOutcome outcome) {
        return switch (outcome.verdict()) {
            case WORTH_IT -> "Worth it, by the guide's criteria";
            case NOT_YET -> "Not yet, by the guide's criteria";
            case DEPENDS -> "It depends: fine-tune for format, shorter prompts or a niche task, not for knowledge";
        };
    }

    /** Returns the given criteria, or else those that would decide. */
    private static List<Block.Fact> reasons(WorthItOutcome outcome) {
        boolean nothingSaid = outcome.said().isEmpty();
        List<Block.Fact> facts = new ArrayList<>();
        for (boolean speaksFor : new boolean[] {true, false}) {
            String criteria = Stream.of(Criterion.values())
                    .filter(criterion -> criterion.speaksFor() == speaksFor)
                    .filter(criterion -> nothingSaid || outcome.said().contains(criterion))
                    .map(Labels::criterion)
                    .collect(Collectors.joining("; "));
            if (!criteria.isEmpty()) {
                String side = speaksFor ? "for it" : "against it";
                facts.add(Block.Fact.of(nothingSaid ? "Would speak " + side : "Speaks " + side, Span.plain(criteria)));
            }
        }
        return facts;
    }

    private static List<Block.Fact> numbers(Quote quote, @Nullable BreakEven breakEven) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of("Your case", Span.plain(Labels.offer(quote))));
        facts.add(Block.Fact.of("Training", Span.strong(Numbers.money(quote.training()))));
        if (quote.served() && quote.unpriced().isEmpty()) {
            facts.add(Block.Fact.of("Running", Span.plain(Numbers.money(quote.monthly()) + " a month")));
        }
        if (breakEven != null) {
            facts.add(Block.Fact.of("Against untuned", Span.plain(BreakEvenVerdict.of(breakEven))));
        }
        return facts;
    }

    private static String change(WorthItOutcome outcome) {
        return switch (outcome.verdict()) {
            case WORTH_IT ->
                "if a few examples in the prompt turn out to work, if the data changes often, or if broad knowledge is needed.";
            case NOT_YET -> "if prompting stops working well enough, or the data becomes stable.";
            case DEPENDS -> "any of the answers below; each can be skipped.";
        };
    }
}
