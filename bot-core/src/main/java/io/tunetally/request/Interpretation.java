package io.tunetally.request;

import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a message.
 *
 * @param slots the recognised values; empty for chatter, thanks and help
 * @param repairs corrected typing errors, and numbers whose notation is open
 * @param question at most one, if an answer needs it
 * @param ignored unused parts that are not worth a problem
 * @param doubts numbers that may be something else than they were read as, and models that may be asked about or not
 * @param unused quantities of what asks that fill no slot: {@code 48 MB}
 * @param truncated the number of unread characters beyond the length limit
 * @param forgone remembered values that this message invalidates
 * @param language of a message that is not in English, as an ISO 639 code ({@code und} if unknown), else null. A
 *     message in a language without a lexicon is never a request, whatever digits it contains
 */
public record Interpretation(
        Status status,
        Intent intent,
        Slots slots,
        List<Repair> repairs,
        List<Problem> problems,
        @Nullable Question question,
        List<TextSpan> ignored,
        List<Doubt> doubts,
        List<Unused> unused,
        int truncated,
        List<Forgone> forgone,
        @Nullable String language) {

    /** A reading of a message that uses every quantity. */
    public Interpretation(
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
        this(
                status, intent, slots, repairs, problems, question, ignored, List.of(), List.of(), truncated, forgone,
                language);
    }

    /**
     * A number that may be something else than it was read as, or a model that may be asked about or not.
     *
     * @param text a number and the word after it, or a name, as they were typed
     * @param slot what it was read as, null of a model that was left out
     * @param other the next likeliest slot, null if it likely fills none
     */
    public record Doubt(
            String text,
            TextSpan span,
            @Nullable SlotName<?> slot,
            @Nullable SlotName<?> other) {}

    /**
     * A quantity as it was typed.
     *
     * @param bytes the size if it is one of text; else 0
     */
    public record Unused(String text, TextSpan span, long bytes, Kind kind) {
        /** What a quantity counts, where it can be said how to say it instead. */
        public enum Kind {
            OTHER,
            /** Users and customers, who send an unknown number of requests. */
            PEOPLE,
            /** Pictures and sounds beside a model of text. */
            NOT_TEXT,
            /** A second stage of training, which is a job of its own. */
            STAGE,
            /** Documents that answers are looked up in, which are no examples. */
            DOCUMENTS,
            /** A growth over time: traffic is priced as it is said, every month the same. */
            GROWTH
        }

        /** Returns the same with another kind. */
        public Unused of(Kind other) {
            return new Unused(text, span, bytes, other);
        }

        public Unused(String text, TextSpan span, long bytes) {
            this(text, span, bytes, Kind.OTHER);
        }

        /** JSON Lines have 3 to 6 bytes in a token: 4.6 of English, 4.0 of code, 3.1-4.1 of Chinese; a chat's braces and roles add some. */
        private static final int FEWEST_BYTES = 3;

        private static final int MOST_BYTES = 6;

        private static final BigDecimal USUAL_BYTES = new BigDecimal("4.5");

        public Unused(String text, TextSpan span) {
            this(text, span, 0);
        }

        /** Returns the fewest tokens that text of its size has; 0 if it is no size of text. */
        public long fewestTokens() {
            return bytes / MOST_BYTES;
        }

        /** Returns about how many. */
        public long usualTokens() {
            return BigDecimal.valueOf(bytes)
                    .divide(USUAL_BYTES, RoundingMode.HALF_UP)
                    .longValue();
        }

        /** Returns the most of them. */
        public long mostTokens() {
            return bytes / FEWEST_BYTES;
        }
    }

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
     * A remembered value that does not fit the message: a method or provider that the new model does not have, or
     * another form of token count.
     *
     * @param slot its slot
     * @param value the remembered value
     */
    public record Forgone(SlotName<?> slot, Object value) {}

    /** A typing error and its correction, or a number whose notation is open and how it was read: {@code 4.500} as 4,500. */
    public record Repair(String from, String to, TextSpan span) {
        public boolean isOfNumber() {
            return to.chars().allMatch(character -> character == ',' || (character >= '0' && character <= '9'));
        }
    }

    /**
     * The open question, with its possible readings as requests.
     *
     * @param about the kind of the problem it resolves, as in {@link Problem#kind()}
     */
    public record Question(String about, List<Reading> readings) {
        public Question {
            readings = List.copyOf(readings);
        }

        /** True if there is something to choose between. */
        public boolean hasChoices() {
            return readings.size() > 1;
        }
    }

    /** A reading: its distinguishing label, and the complete request. */
    public record Reading(String label, Request request) {}

    public Interpretation {
        repairs = List.copyOf(repairs);
        problems = List.copyOf(problems);
        ignored = List.copyOf(ignored);
        doubts = List.copyOf(doubts);
        unused = List.copyOf(unused);
    }

    /** Returns the same reading without the currencies that were asked for and that its answer shows. */
    public Interpretation showing(Set<String> currencies) {
        List<Problem> others = problems.stream()
                .filter(problem -> !(problem instanceof Problem.ForeignCurrency money
                        && money.amount() == null
                        && currencies.contains(money.code())))
                .toList();
        return new Interpretation(
                status, intent, slots, repairs, others, question, ignored, doubts, unused, truncated, forgone,
                language);
    }

    /** Returns the same reading of a message that leaves a question open, with what is known whatever its answer. */
    public Interpretation asking(Question open, Slots known) {
        return new Interpretation(
                Status.QUESTION,
                intent,
                known,
                repairs,
                problems,
                open,
                ignored,
                doubts,
                unused,
                truncated,
                forgone,
                language);
    }

    /** Returns the same reading of a message in another language. */
    public Interpretation in(String otherLanguage) {
        return new Interpretation(
                status,
                intent,
                slots,
                repairs,
                problems,
                question,
                ignored,
                doubts,
                unused,
                truncated,
                forgone,
                otherLanguage);
    }

    /**
     * True for a slot that the JSON contract lists. It knows a GPU where a job runs on the asker's own; the GPU of a question for an
     * explanation is what is asked about: {@code how long does it take on an A100}.
     */
    public boolean isWithinContract(SlotName<?> slot) {
        boolean ownGpu = slot == SlotName.PROVIDER && slots.has(SlotName.OWN_HARDWARE);
        boolean askedAbout = intent == Intent.EXPLAIN && (slot == SlotName.GPU || slot == SlotName.GPUS || ownGpu);
        return !slot.is(SlotTrait.BEYOND_CONTRACT) && !askedAbout;
    }

    /** Returns the request's canonical text, empty if there is none; created on demand. */
    public String canonical() {
        return status == Status.NOT_A_REQUEST ? "" : CanonicalText.write(Request.of(intent, slots));
    }

    /** Returns the request to answer, or null if the message is none or a question must be resolved first. */
    public @Nullable Request request() {
        return switch (status) {
            case READY, HELP -> intent == Intent.NONE ? null : Request.of(intent, slots);
            case QUESTION, NOT_A_REQUEST -> null;
        };
    }
}
