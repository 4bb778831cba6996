package io.tunetally.request;

import io.tunetally.text.TextSpan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message was read as.
 *
 * @param slots what was recognised; empty in chatter, thanks and help
 * @param repairs typing errors that were read as something else
 * @param question at most one, where an answer needs it
 * @param ignored what was not used and is not worth a problem
 * @param truncated how many characters beyond the length limit were not read
 * @param forgone what was remembered and no longer holds, because of what was said now
 * @param language of a message that is not in English, as an ISO 639 code ({@code und} where it is not known which), else null. Such a
 *     message is never a request, whatever digits it holds
 */
public record Interpretation(
        Status status,
        Intent intent,
        Slots slots,
        List<Repair> repairs,
        List<Problem> problems,
        @Nullable Question question,
        List<TextSpan> ignored,
        int truncated,
        List<Forgone> forgone,
        @Nullable String language) {

    /** Whether and how to answer. */
    public enum Status {
        READY,
        QUESTION,
        NOT_A_REQUEST,
        HELP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A remembered value that does not go with what was said: a method or provider that the new model does not have, tokens told the other way.
     *
     * @param slot what it was a value of
     * @param value as it was remembered
     */
    public record Forgone(SlotName<?> slot, Object value) {}

    /** A typing error and what it was read as. */
    public record Repair(String from, String to, TextSpan span) {}

    /**
     * The one open point, with its readings: each is a request that could be meant.
     *
     * @param about the kind of the problem it settles, as in {@link Problem#kind()}
     */
    public record Question(String about, List<Reading> readings) {
        public Question {
            readings = List.copyOf(readings);
        }
    }

    /** One reading: what distinguishes it, and the whole request it makes. */
    public record Reading(String label, Request request) {}

    public Interpretation {
        repairs = List.copyOf(repairs);
        problems = List.copyOf(problems);
        ignored = List.copyOf(ignored);
    }

    /** The request in its one spelling, empty where there is none; written when it is asked for. */
    public String canonical() {
        return status == Status.NOT_A_REQUEST ? "" : CanonicalText.write(Request.of(intent, slots));
    }

    /** The request to answer, or null where the message is none or a question has to be settled first. */
    public @Nullable Request request() {
        return switch (status) {
            case READY, HELP -> intent == Intent.NONE ? null : Request.of(intent, slots);
            case QUESTION, NOT_A_REQUEST -> null;
        };
    }
}
