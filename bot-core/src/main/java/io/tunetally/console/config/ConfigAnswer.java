package io.tunetally.console.config;

import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slots;
import io.tunetally.runtime.Assembly;
import io.tunetally.wording.config.ConfigWording;

/** The bot's answer to the job of a training config, and to a message about it. */
public final class ConfigAnswer {
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
        return new Answer(answer.outcome(), ConfigWording.around(answer.reply(), job, said(answer)));
    }

    /** A message that is understood as a whole becomes one question with the job; any other is said after it. */
    private static Answer answer(
            String question, Request asked, String message, Assembly assembly, String conversation) {
        Interpretation both = assembly.interpreter().read(message, Markup.PLAIN, true, asked);
        if (both.status() == Interpretation.Status.READY && both.problems().isEmpty() && both.language() == null) {
            return assembly.bot().answer(CommandContext.said(both.canonical(), conversation));
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
