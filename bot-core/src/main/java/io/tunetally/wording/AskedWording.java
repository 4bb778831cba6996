package io.tunetally.wording;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.interpreter.Interpretation;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Emphasis;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import java.util.ArrayList;
import java.util.List;

/** A question back: what is open, what each reading would cost, and a button for each. */
final class AskedWording {
    Reply reply(Outcome.Asked outcome) {
        List<Block> blocks = new ArrayList<>();
        List<List<Span>> doubts = ProblemWording.of(outcome.interpretation());
        if (!doubts.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.WARNING, doubts));
        }
        List<Block.Fact> facts = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        for (Outcome.Reading reading : outcome.readings()) {
            firstQuote(reading.answer())
                    .ifPresent(quote -> facts.add(Block.Fact.of(
                            reading.label(),
                            Span.strong(Numbers.money(quote.training())),
                            Span.plain(" to train (" + Labels.offer(quote.offer()) + ")"))));
            actions.add(new Action(reading.label(), reading.choice().command(), Emphasis.PRIMARY));
        }
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
        if (!actions.isEmpty()) {
            blocks.add(new Block.Choices("", actions));
        }
        return new Reply(title(outcome.interpretation()), blocks, Audience.EVERYONE);
    }

    static java.util.Optional<Quote> firstQuote(Outcome outcome) {
        return OutcomeQuotes.of(outcome).stream().findFirst();
    }

    private static String title(Interpretation interpretation) {
        Interpretation.Question question = interpretation.question();
        String about = question == null ? "" : question.about();
        return switch (about) {
            case "ambiguous-model" -> "Which model do you mean?";
            case "ambiguous-number" -> "Which number do you mean?";
            case "conflict" -> "Which of the two do you mean?";
            case "currency" -> "How much is that in US dollars?";
            case "model" -> "Which of these models?";
            case "method" -> "Which method?";
            case "provider" -> "Which provider?";
            case "" -> "One thing is missing";
            default -> "Which value for " + about + "?";
        };
    }
}
