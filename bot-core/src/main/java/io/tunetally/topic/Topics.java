package io.tunetally.topic;

import io.tunetally.snapshot.SnapshotReader;
import io.tunetally.snapshot.SnapshotWriter;
import io.tunetally.yaml.BuiltInFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The topics of {@code config/topics.yaml}, checked. */
public final class Topics {
    /** The topic of a person's greeting. */
    public static final String GREETING = "greeting";
    /** The topic of the question whether a provider trains with a method; the offers answer it. */
    public static final String OFFERED = "offered";

    /** The topic of the question which GPU a training needs, or whether it fits one; the memory rule answers it. */
    public static final String HARDWARE = "gpu-memory";
    /** The topic of the question who a seller is; its offers answer it. */
    public static final String SELLER = "seller";

    /** The topic of when models end; the announced ends of one that was named answer it. */
    public static final String ENDS = "ends";

    /** The topic of what a token is. */
    public static final String TOKEN = "token";

    /** The topic of how old the prices are, and where those of a seller come from. */
    public static final String AGE = "price-age";

    /** The topic of how long a training takes; the speed of the GPU answers it. */
    public static final String TIME = "training-time";

    /** The topic of how many examples are enough; a number that was said is judged. */
    public static final String EXAMPLES = "how-many-examples";
    /** The topic of the GPU memory that a running model needs. */
    public static final String SERVING = "serving-memory";

    /** The topic of the fee for an endpoint; a seller's price answers it. */
    public static final String HOSTED = "hosted";

    /** Topic about the cost of an idle model. */
    public static final String IDLE = "idle";

    /** The topic of who runs a tuned model by the token; offers answer it. */
    public static final String PER_TOKEN = "per-token-sellers";

    /** The topic of who hands out tuned weights. */
    public static final String WEIGHTS = "weights";

    /** The topic of fees for storing a tuned model. */
    public static final String STORAGE = "model-storage";

    /** The topic of the least that a job costs. */
    public static final String MINIMUM = "job-minimum";

    /** The topic of whether validation tokens are billed. */
    public static final String VALIDATION = "validation-billed";

    /** The topic of what becomes of a customer's data. */
    public static final String DATA_PRIVACY = "data-privacy";

    /** The name of the file of the built-in topics. */
    public static final String FILE = "config/topics.yaml";

    private final Map<String, Topic> byId = new LinkedHashMap<>();
    private final TopicWords words;

    Topics(List<Topic> topics, TopicWords words) {
        this(new Content(topics, words));
    }

    private Topics(Content content) {
        content.topics().forEach(topic -> byId.put(topic.id(), topic));
        words = content.words();
    }

    private record Content(List<Topic> topics, TopicWords words) {}

    /** Returns no topics. */
    public static Topics none() {
        return new Topics(List.of(), TopicWords.NONE);
    }

    /** Returns the built-in topics; the file is read once. */
    public static Topics builtIn() {
        return BuiltIn.TOPICS;
    }

    /**
     * Reads topics.
     *
     * @param file its name, for messages
     * @throws TopicException naming file, line and key
     */
    public static Topics load(String file, InputStream in) {
        return new TopicsReader(file).read(in);
    }

    /** Returns the snapshot of these topics, which the build gives to the next start. */
    public byte[] snapshot() {
        return SnapshotWriter.write(new Content(all(), words));
    }

    public List<Topic> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Returns a topic.
     *
     * @throws IllegalArgumentException if there is no such topic
     */
    public Topic topic(String id) {
        Topic topic = find(id);
        if (topic == null) {
            throw new IllegalArgumentException("there is no topic " + id);
        }
        return topic;
    }

    @Nullable Topic find(String id) {
        return byId.get(id);
    }

    /** Returns the words that topics are asked for with. */
    TopicWords words() {
        return words;
    }

    /** Holds the built-in topics, which are read on first use. */
    private static final class BuiltIn {
        private static final Topics TOPICS = read();

        private static Topics read() {
            byte[] snapshot = BuiltInFile.snapshot(FILE);
            if (snapshot != null) {
                return new Topics(SnapshotReader.read(snapshot, Content.class));
            }
            try (InputStream in = BuiltInFile.open(FILE)) {
                if (in == null) {
                    throw new TopicException(FILE + " is missing from the class path");
                }
                return load(FILE, in);
            } catch (IOException e) {
                throw new TopicException(FILE + " cannot be read", e);
            }
        }
    }
}
