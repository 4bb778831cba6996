package io.tunetally.discord.send;

import io.tunetally.discord.api.DiscordRefusals;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.DiscordMessage.Form;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;

/** Tracks the attempts to send a message: the forms left to try after Discord's refusals. Not thread-safe. */
final class SendAttempt {
    /** The most repeats of the same form; JDA itself repeats a request that Discord's proxy refuses. */
    private static final int MOST_REPEATS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Allowed allowed;
    private List<Form> left;
    private Duration pause = Duration.ZERO;
    private int repeats;
    private boolean plainer;
    private boolean closed;
    private boolean files = true;
    private boolean refers = true;

    /**
     * Begins with the richest form.
     *
     * @param allowed the forms that may be tried
     */
    SendAttempt(Allowed allowed) {
        this.allowed = allowed;
        left = allowed.forms();
        closed = left.isEmpty();
    }

    boolean goesOn() {
        return !left.isEmpty();
    }

    /** The next form to try. */
    DiscordMessage next(DiscordAnswers.Rendering rendering) {
        DiscordMessage message = allowed.fitting(rendering.in(form()));
        return files ? message : message.withoutFiles();
    }

    private Form form() {
        return left.getFirst();
    }

    /**
     * Whether it may point at the message it answers. Where Discord refused all richer forms, it may be what they had in common
     * that it does not take.
     */
    boolean mayRefer() {
        return refers && !(plainer && left.size() == 1);
    }

    /** How long to wait before it. */
    Duration pause() {
        return pause;
    }

    /** Whether it ended because the bot may not write there, rather than because of the message or of Discord. */
    boolean isClosedToUs() {
        return closed && left.isEmpty();
    }

    void refused(RuntimeException why) {
        pause = Duration.ZERO;
        closed = false;
        switch (why) {
            case InsufficientPermissionException _ -> closedToUs();
            case ErrorResponseException refused -> {
                switch (refused.getErrorResponse()) {
                    case MISSING_PERMISSIONS -> closedToUs();
                    case MISSING_ACCESS, THREAD_LOCKED, ILLEGAL_OPERATION_ARCHIVED_THREAD -> unheard();
                    default -> refusedByDiscord(refused);
                }
            }
            default -> left = List.of();
        }
    }

    /** Falls back to plain text, which may be allowed where components are not. */
    private void closedToUs() {
        closed = true;
        left = form() == Form.TEXT || !left.contains(Form.TEXT) ? List.of() : List.of(Form.TEXT);
    }

    /** Gives up: no form may be written there. */
    private void unheard() {
        closed = true;
        left = List.of();
    }

    private void refusedByDiscord(ErrorResponseException refused) {
        if (DiscordRefusals.isTheirs(refused)) {
            again();
        } else if (DiscordRefusals.isForItsReference(refused) && refers) {
            refers = false;
        } else if (DiscordRefusals.isForItsSize(refused)) {
            smaller();
        } else if (DiscordRefusals.isForItsForm(refused)) {
            plainer();
        } else {
            left = List.of();
        }
    }

    private void again() {
        pause = FIRST_PAUSE.multipliedBy(1L << repeats);
        repeats++;
        if (repeats > MOST_REPEATS) {
            left = List.of();
        }
    }

    /** Drops files first; a message without files that is too large is too long. */
    private void smaller() {
        if (files) {
            files = false;
            left = allowed.withoutFiles(left).forms();
        } else {
            plainer();
        }
    }

    /** Drops the refused form; components without pictures would fail like those with. */
    private void plainer() {
        plainer = true;
        Form refused = form();
        left = left.stream()
                .filter(form -> form.compareTo(refused) > 0 && !(refused.isComponents() && form.isComponents()))
                .toList();
    }
}
