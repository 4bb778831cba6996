package io.tunetally.console.prices.upkeep;

import io.tunetally.console.json.OutcomeJson;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import java.time.LocalDate;
import java.util.List;

/**
 * The effect of other prices on the answers to the standard questions.
 *
 * @param before the name of the books before
 * @param after the name of the books after
 * @param day the day whose prices apply
 * @param answers one for each standard question, in order
 */
record Impact(String before, String after, LocalDate day, PriceChanges prices, List<AnswerChange> answers) {
    Impact {
        answers = List.copyOf(answers);
    }

    static Impact between(String beforeName, Assembly before, String afterName, Assembly after, LocalDate day) {
        return new Impact(
                beforeName,
                afterName,
                day,
                PriceChanges.between(before.catalog(), after.catalog(), day),
                StandardQuestions.all().stream()
                        .map(question -> new AnswerChange(
                                question, headline(before, question, day), headline(after, question, day)))
                        .toList());
    }

    List<AnswerChange> changes() {
        return answers.stream().filter(AnswerChange::isChange).toList();
    }

    long winnerChanges() {
        return answers.stream().filter(AnswerChange::winnerChanges).count();
    }

    /** Counts the prices and answers that a person has to look at again. */
    long held() {
        return prices.held().size()
                + answers.stream().filter(AnswerChange::isHeld).count();
    }

    // Each question is its own conversation, so that none refers to another.
    private static Headline headline(Assembly assembly, String question, LocalDate day) {
        return Headline.of(new OutcomeJson(day)
                .of(assembly.bot()
                        .answer(CommandContext.said(question, question))
                        .outcome()));
    }
}
