package io.tunetally.discord.bench;

import io.tunetally.bot.Answer;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.runtime.AnswerCosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Prints the cost of answers to different questions in this process, as Discord's JSON; see {@link AnswerCosts}. */
final class DiscordAnswerCosts {
    private DiscordAnswerCosts() {}

    /** Usage: {@code ROUNDS QUESTIONS}. */
    public static void main(String[] arguments) throws IOException {
        AnswerCosts.print(DiscordAnswerCosts::json, arguments);
    }

    static String json(Answer answer) {
        return new String(
                DiscordAnswers.own(answer)
                        .in(DiscordMessage.Form.COMPONENTS)
                        .data()
                        .toData()
                        .toJson(),
                StandardCharsets.UTF_8);
    }
}
