package io.tunetally.bot;

import io.tunetally.chat.ChatEvent;
import java.time.Duration;

/** Receives every answer once it exists, to count and time answers. */
@FunctionalInterface
public interface AnswerObserver {
    /** Must return immediately. */
    void answered(ChatEvent event, Answer answer, Duration took);
}
