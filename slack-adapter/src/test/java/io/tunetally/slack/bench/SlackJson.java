package io.tunetally.slack.bench;

import io.tunetally.bot.Answer;
import io.tunetally.slack.event.SlackAnswers;
import io.tunetally.slack.message.SlackMessage;

/** The JSON of an answer that acknowledges a command. */
final class SlackJson {
    private SlackJson() {}

    static String of(Answer answer) {
        return SlackMessage.GSON.toJson(SlackAnswers.acknowledged(answer).answer());
    }
}
