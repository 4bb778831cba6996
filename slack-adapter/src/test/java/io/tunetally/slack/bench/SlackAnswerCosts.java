package io.tunetally.slack.bench;

import io.tunetally.bot.Answer;
import io.tunetally.runtime.AnswerCosts;
import io.tunetally.slack.event.SlackAnswers;
import io.tunetally.slack.message.SlackMessage;
import java.io.IOException;

/** Prints the cost of answers to different questions in this process, as Slack's JSON; see {@link AnswerCosts}. */
public final class SlackAnswerCosts {
    private SlackAnswerCosts() {}

    /** Usage: {@code ROUNDS QUESTIONS}. */
    public static void main(String[] arguments) throws IOException {
        AnswerCosts.print(SlackAnswerCosts::json, arguments);
    }

    static String json(Answer answer) {
        return SlackMessage.GSON.toJson(SlackAnswers.acknowledged(answer).answer());
    }
}
