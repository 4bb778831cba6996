package io.tunetally.bot;

import io.tunetally.chat.ChatEvent;
import java.time.Duration;

/** Told of every answer, once it is there: for whoever counts and times them. */
@FunctionalInterface
public interface AnswerObserver {
    /** Must return at once. */
    void answered(ChatEvent event, Answer answer, Duration took);
}
