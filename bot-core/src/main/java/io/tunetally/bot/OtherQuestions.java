package io.tunetally.bot;

import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Address;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a message beside the one that its answer is about: of {@code what does llama 8b with 5k examples cost? And how long does it
 * take? Do you keep our data?} the price is answered, and each of the others gets its line. Only what asks for an explanation does: another
 * question about costs may be a part of the first.
 */
final class OtherQuestions {
    private static final int LONGEST_TEXT = 1_000;

    private static final int MOST_QUESTIONS = 5;
    /** A longer sentence has a job of its own. */
    private static final int LONGEST_QUESTION = 120;

    private static final Pattern QUESTION = Pattern.compile("[^.!?\\n]++\\?++");

    private static final Pattern LEAD = Pattern.compile(
            "^(?:[\\s*•-]|\\d[.)]|\\b(?:and|also|plus|besides|finally|lastly|oh|btw|by the way|ps)\\b[,:]?\\s)*+",
            Pattern.CASE_INSENSITIVE);

    private final Interpreter interpreter;
    private final Function<AnswerCache.Question, Answer> answering;

    OtherQuestions(Interpreter interpreter, Function<AnswerCache.Question, Answer> answering) {
        this.interpreter = interpreter;
        this.answering = answering;
    }

    /** Returns a line for each, {@code How long does it take? About 6-26 minutes ...}. */
    List<String> lines(AnswerCache.Question question, Answer answer) {
        boolean priced = answer.outcome() instanceof Outcome.Answered && !(answer.outcome() instanceof ExplainOutcome);
        if (!priced
                || question.address() != Address.ADDRESSED
                || question.text().length() > LONGEST_TEXT
                || question.text().indexOf('?') == question.text().lastIndexOf('?')) {
            return List.of();
        }
        List<String> asked = questions(question.text());
        return asked.size() < 2
                ? List.of()
                : asked.stream()
                        .flatMap(
                                text -> line(text, question, answer.remembered().orElse(null)).stream())
                        .distinct()
                        .toList();
    }

    private static List<String> questions(String text) {
        List<String> questions = new ArrayList<>(MOST_QUESTIONS);
        Matcher matcher = QUESTION.matcher(text);
        while (questions.size() < MOST_QUESTIONS && matcher.find()) {
            String question = LEAD.matcher(matcher.group()).replaceFirst("").strip();
            if (question.length() > 1 && question.length() <= LONGEST_QUESTION) {
                questions.add(question);
            }
        }
        return questions;
    }

    private Optional<String> line(String text, AnswerCache.Question question, @Nullable Request job) {
        Interpretation alone = interpreter.read(text, Markup.PLAIN, Address.ADDRESSED, null);
        Interpretation ofJob = job == null ? alone : interpreter.read(text, Markup.PLAIN, Address.ADDRESSED, job);
        Interpretation read = isExplained(ofJob) ? ofJob : alone;
        if (!isExplained(read)) {
            return Optional.empty();
        }
        String command = CanonicalText.write(Request.of(read.intent(), read.slots()));
        Answer explained = answering.apply(new AnswerCache.Question(
                command, Markup.PLAIN, Address.ADDRESSED, null, question.defaults(), question.day()));
        return explained.outcome() instanceof ExplainOutcome
                ? Optional.of(Character.toUpperCase(text.charAt(0)) + text.substring(1) + " "
                        + explained.reply().title())
                : Optional.empty();
    }

    private static boolean isExplained(Interpretation read) {
        return read.status() == Interpretation.Status.READY
                && read.intent() == Intent.EXPLAIN
                && read.slots().has(SlotName.TOPIC);
    }
}
