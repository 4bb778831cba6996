package io.tunetally.discord.bench;

import io.tunetally.bot.Answer;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordMessage;
import java.nio.charset.StandardCharsets;

/** The JSON of an answer for the asker alone. */
final class DiscordJson {
    private DiscordJson() {}

    static String of(Answer answer) {
        return new String(
                DiscordAnswers.own(answer)
                        .in(DiscordMessage.Form.COMPONENTS)
                        .data()
                        .toData()
                        .toJson(),
                StandardCharsets.UTF_8);
    }
}
