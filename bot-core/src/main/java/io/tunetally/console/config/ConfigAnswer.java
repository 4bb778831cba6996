package io.tunetally.console.config;

import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.runtime.Assembly;
import io.tunetally.trainingconfig.TrainingConfigException;
import io.tunetally.wording.config.ConfigWording;
import java.util.List;

/** The bot's answer to the job of a training config, and to a message about it. */
public final class ConfigAnswer {
    private static final List<SlotName<Long>> SIZES =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.TOKENS_PER_EXAMPLE);

    private ConfigAnswer() {}

    /**
     * Returns the answer.
     *
     * @param message what is said about the job; empty for nothing
     * @param conversation a conversation of its own
     */
    public static Answer of(ConfiguredJob job, String message, Assembly assembly, String conversation) {
        Request asked = new Request.Estimate(job.slots());
        String question = CanonicalText.write(asked);
        Answer answer = message.isBlank()
                ? assembly.bot().answer(CommandContext.said(question, conversation))
                : answer(question, asked, message, assembly, conversation);
        refuseAnyModel(job, answer);
        return new Answer(answer.outcome(), ConfigWording.around(answer.reply(), job, said(answer)));
    }

    /** A question about one job whose model is not known is not answered with the price of any other. */
    private static void refuseAnyModel(ConfiguredJob job, Answer answer) {
        boolean ofAnyModel = answer.answered()
                .filter(request -> request.intent() == Intent.ESTIMATE
                        && !request.slots().has(SlotName.MODELS)
                        && !request.slots().has(SlotName.SIZE_B))
                .isPresent();
        if (ofAnyModel) {
            job.config().unknownModel().ifPresent(note -> {
                throw new TrainingConfigException(job.config().file() + ": " + ConfigWording.unpriced(note));
            });
        }
    }

    /** Returns the epochs and how much data a message names; it replaces the data of the config, which is then not counted. */
    public static Slots data(String message, Assembly assembly) {
        Request asked = new Request.Estimate(Slots.NONE);
        Slots said =
                assembly.interpreter().read(message, Markup.PLAIN, true, asked).slots();
        Slots.Builder data = Slots.builder().replace(SlotName.EPOCHS, said);
        if (said.has(SlotName.EXAMPLES) || said.has(SlotName.TOTAL_TOKENS)) {
            SIZES.forEach(name -> data.replace(name, said));
        }
        return data.build();
    }

    /** A message that is understood as a whole becomes one question with the job; any other is said after it. */
    private static Answer answer(
            String question, Request asked, String message, Assembly assembly, String conversation) {
        Interpretation both = assembly.interpreter().read(message, Markup.PLAIN, true, asked);
        if (both.status() == Interpretation.Status.READY && both.problems().isEmpty() && both.language() == null) {
            Request request = both.request();
            // The job has the examples of the message already, or the number that its steps leave of them.
            Slot<Long> examples = asked.slots().get(SlotName.EXAMPLES);
            String whole =
                    request == null || examples == null || !request.slots().has(SlotName.EXAMPLES)
                            ? both.canonical()
                            : CanonicalText.write(
                                    Request.of(request.intent(), request.slots().with(SlotName.EXAMPLES, examples)));
            return assembly.bot().answer(CommandContext.said(whole, conversation));
        }
        Answer _ = assembly.bot().answer(CommandContext.said(question, conversation));
        return assembly.bot().answer(CommandContext.said(message, conversation));
    }

    /** Returns the values that the answered request gives, without those that are assumed. */
    private static Slots said(Answer answer) {
        return answer.answered().map(Request::slots).orElse(Slots.NONE);
    }

    static String question(ConfiguredJob job) {
        return CanonicalText.write(new Request.Estimate(job.slots()));
    }
}
