package io.tunetally.wording.part;

import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.catalog.ModelId;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.request.Criterion;
import io.tunetally.request.SlotName;
import io.tunetally.topic.Topics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follow-up questions as buttons. */
public final class Buttons {
    private Buttons() {}

    public static Block.Choices of(String prompt, List<NextQuestion> followUps) {
        return of(prompt, followUps, 0, 0);
    }

    /**
     * Returns the next questions as buttons.
     *
     * @param rows the number of rows behind the details, 0 if all are in sight
     * @param notes the number of notes behind the details
     */
    static Block.Choices of(String prompt, List<NextQuestion> followUps, int rows, int notes) {
        return new Block.Choices(
                prompt,
                followUps.stream()
                        .map(nextQuestion -> Action.of(
                                label(nextQuestion) + counted(nextQuestion, rows, notes), nextQuestion.command()))
                        .toList());
    }

    private static String counted(NextQuestion nextQuestion, int rows, int notes) {
        if (nextQuestion.kind() != NextQuestion.Kind.DETAILS) {
            return "";
        }
        String counted = Stream.of(rows > 0 ? "all " + rows : "", notes > 0 ? Text.counted(notes, "note") : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return counted.isEmpty() ? "" : " (" + counted + ")";
    }

    private static String label(NextQuestion nextQuestion) {
        return switch (nextQuestion.kind()) {
            case COMPARE_ALL -> "Compare all models";
            case COMPARE_METHODS -> "LoRA vs full";
            case OTHER_EPOCHS -> epochs(nextQuestion);
            case SIX_MONTHS -> "Over 6 months";
            case BREAK_EVEN -> "When does it pay back?";
            case TUNED_PROMPT -> tunedPrompt(nextQuestion);
            case BREAK_EVEN_EXAMPLE -> "With a shorter prompt";
            case BREAK_EVEN_UNTUNED -> untuned(nextQuestion);
            case OTHER_EDITION -> edition(nextQuestion) + " prices";
            case DETAILS -> "Details";
            case SHORT_ANSWER -> "Short answer";
            case RECOMMEND -> "What should we use?";
            case WORTH_IT -> "Is it worth it?";
            case ESTIMATE -> "This one";
            case WITHOUT -> "Without it";
            case MODELS -> "All models";
            case RENTED -> "On rented GPUs";
            case TARGET -> "Details of the first";
            case CRITERION -> criterion(nextQuestion);
            case COST -> "What does it cost?";
            case EXPLAIN -> topic(nextQuestion);
            case TIPPING_POINTS -> "What would change this?";
            case BEYOND_TIPPING_POINT -> "Beyond that point";
        };
    }

    private static String epochs(NextQuestion nextQuestion) {
        Long epochs = nextQuestion.request().slots().value(SlotName.EPOCHS);
        return epochs == null ? "" : "With " + UnitNames.with(SlotName.EPOCHS, Long.toString(epochs), epochs);
    }

    private static String tunedPrompt(NextQuestion nextQuestion) {
        Long tokens = nextQuestion.request().slots().value(SlotName.TUNED_PROMPT_TOKENS);
        return tokens == null ? "" : "My prompt would be " + Numbers.count(tokens);
    }

    private static String untuned(NextQuestion nextQuestion) {
        List<ModelId> untuned = nextQuestion.request().slots().value(SlotName.UNTUNED);
        return untuned == null || untuned.isEmpty()
                ? "Untuned"
                : "Against untuned " + untuned.getFirst().value();
    }

    private static String edition(NextQuestion nextQuestion) {
        String edition = nextQuestion.request().slots().value(SlotName.EDITION);
        return edition == null ? "Other" : Text.capitalised(Labels.edition(edition));
    }

    private static String topic(NextQuestion nextQuestion) {
        String topic = nextQuestion.request().slots().value(SlotName.TOPIC);
        return topic == null ? "" : Topics.builtIn().topic(topic).label();
    }

    private static String criterion(NextQuestion nextQuestion) {
        List<Criterion> criteria = nextQuestion.request().slots().value(SlotName.CRITERIA);
        return criteria == null || criteria.isEmpty() ? "" : Labels.criterionButton(criteria.getLast());
    }
}
