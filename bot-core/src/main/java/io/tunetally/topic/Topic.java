package io.tunetally.topic;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A topic that is explained to learners, as an entry of {@code config/topics.yaml}.
 *
 * @param id its name in canonical text: {@code explain lora}
 * @param words its names, which a person asks for with any of the common questions
 * @param questions whole questions about it
 * @param terms words for what it says of a seller, asked of a named one or of all
 * @param takes the slots whose values a question may hold, by their words: {@code how many epochs for 200 examples}
 * @param compares the two topics whose difference it explains, by their ids; may be empty
 * @param alone whether it is asked for only without a model, because with one it is a request for a price
 * @param label the text of a button that asks for it
 * @param title the headline of the answer
 * @param text one or two sentences, which may hold {@link Fact facts}
 * @param next the next questions
 */
public record Topic(
        String id,
        List<List<String>> words,
        List<Phrase> questions,
        List<List<String>> terms,
        List<String> takes,
        Set<String> compares,
        boolean alone,
        String label,
        String title,
        String text,
        Job job,
        List<Next> next) {
    /** The slots of which a topic takes at least one if it is about a job. */
    private static final Set<String> OF_JOB = Set.of("examples", "gpu");

    private static final Set<Fact> SELLERS =
            EnumSet.of(Fact.VALIDATION, Fact.MINIMUM, Fact.STORAGE, Fact.PER_TOKEN, Fact.DOWNLOAD);

    public Topic {
        words = List.copyOf(words);
        questions = List.copyOf(questions);
        terms = List.copyOf(terms);
        takes = List.copyOf(takes);
        compares = Set.copyOf(compares);
        next = List.copyOf(next);
    }

    /** True if its title or text holds a fact. */
    public boolean tells(Fact fact) {
        return (title + text).contains(fact.placeholder());
    }

    /** True if it is about a job of training itself, such as its time, its data or its memory, so that any value of the job may decide. */
    public boolean isOfJob() {
        return takes.stream().anyMatch(OF_JOB::contains);
    }

    /** True if its title or text names sellers by what they take or do. */
    public boolean tellsSellers() {
        return SELLERS.stream().anyMatch(this::tells);
    }

    /**
     * The typical job whose price of the day goes with the text.
     *
     * @param provider the provider that is the usual example, or null
     * @param running whether the price is that of training and running, not of training alone
     */
    public record Job(
            @Nullable Method method,
            @Nullable Objective objective,
            @Nullable Deployment deployment,
            @Nullable ProviderId provider,
            boolean running) {
        /** A job without any requirement. */
        public static final Job ANY = new Job(null, null, null, null, false);
    }

    /** A next question: another topic, or a request for costs. */
    public sealed interface Next {
        record Explain(String topic) implements Next {}

        record Ask(Question question) implements Next {}
    }

    /** A request for costs that can follow a topic. */
    public enum Question {
        COST,
        COMPARE_METHODS,
        COMPARE_ALL,
        OTHER_EPOCHS,
        SIX_MONTHS,
        BREAK_EVEN_EXAMPLE,
        RECOMMEND,
        WORTH_IT,
        MODELS;

        static List<String> words() {
            return Stream.of(values()).map(Question::word).toList();
        }

        /** Returns its word in the file: {@code compare-methods}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Question> of(String word) {
            return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
        }
    }

    /** A fact of the day that a title or text may hold, as {@code {job}}. */
    public enum Fact {
        /** The assumed training job. */
        JOB,
        /** The assumed traffic. */
        TRAFFIC,
        /** The day the newest prices were seen, and their age. */
        AGE,
        /** The providers that are known to bill for validation. */
        VALIDATION,
        /** The sellers that bill a minimum for each job, with its amount. */
        MINIMUM,
        /** The sellers that take a fee for storing a tuned model. */
        STORAGE,
        /** The sellers that train models, but none for a new customer. */
        CLOSED,
        /** The models that are shut down within six months, with the day. */
        ENDS,
        /** The sellers that run a tuned model by the token alone. */
        PER_TOKEN,
        /** The sellers that hand out the weights of a tuned model. */
        DOWNLOAD,
        /** What a regional deployment costs beside a global one, as a part of a sentence. */
        REGIONAL,
        /** The same as a sentence. */
        REGION,
        /** The models of closed weights that a new customer can train, and until when. */
        CLOSED_MODELS;

        /** Returns the text that it replaces. */
        public String placeholder() {
            return "{" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "}";
        }
    }
}
