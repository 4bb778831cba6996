package io.tunetally.discord.event;

import io.tunetally.chat.FileQuestion;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordFormatter;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Reply;
import io.tunetally.wording.dataset.FileWording;
import java.time.Duration;
import java.util.List;

/** How far a file has been read. It is shown in the form of an answer, which will replace it. */
final class Reading implements FileQuestion.Progress {
    /** A small file is measured before, and Discord takes about one change a second. */
    static final Duration EVERY = Duration.ofSeconds(3);

    private final String name;
    private volatile At latest = new At(0, 0, 0);

    private record At(long bytes, long ofBytes, long examples) {}

    Reading(String name) {
        this.name = name;
    }

    @Override
    public void at(long bytes, long ofBytes, long examples) {
        latest = new At(bytes, ofBytes, examples);
    }

    DiscordAnswers.Rendering rendering() {
        At at = latest;
        Reply reply = new Reply(
                FileWording.reading(name, at.bytes(), at.ofBytes(), at.examples()), List.of(), Audience.EVERYONE);
        return form -> new DiscordFormatter(form).format(reply);
    }
}
