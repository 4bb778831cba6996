package io.tunetally.answer.outcome;

import io.tunetally.answer.advice.SellerFacts;
import io.tunetally.answer.advice.SellerTerms;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.topic.Topic;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic with a price of the day.
 *
 * @param other the topic that it is compared with, or null
 * @param quote the cheapest offer of the topic's job, or of the model that was named; null if nothing has a price
 * @param asAsked whether it is that of the model and provider that were named; otherwise it is an example
 * @param finding what the data of the day say on the topic, in place of its text; null if they say nothing
 */
public record ExplainOutcome(
        Inquiry inquiry,
        Topic topic,
        @Nullable Topic other,
        @Nullable Quote quote,
        boolean asAsked,
        @Nullable Finding finding,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public ExplainOutcome {
        followUps = List.copyOf(followUps);
    }

    /** What the data of the day say on a topic. */
    public sealed interface Finding {}

    /**
     * Whether a number of examples is enough to tune on.
     *
     * @param enough the fewest to rely on
     * @param examples those that were said
     */
    public record Examples(long examples, long fewest, long enough) implements Finding {}

    /**
     * How long a training takes on GPUs of one's own or rented ones; sellers do not publish it.
     *
     * @param inTime how many examples they train in the time that was said, where no number of examples was; else null
     */
    public record TrainingTime(
            Unpriceable.OwnHardware job, @Nullable Range inTime) implements Finding {}

    /**
     * Where the prices of a seller come from.
     *
     * @param sources the main sources of its prices, the one seen last first
     */
    public record Sources(Provider provider, List<SellerFacts.Seen> sources) implements Finding {
        public Sources {
            sources = List.copyOf(sources);
        }
    }

    /**
     * The announced ends of a model at its sellers.
     *
     * @param seller the one that was named, or null
     * @param events those ahead, else the last that holds; the earliest first
     */
    public record Ends(Model model, @Nullable Provider seller, List<LifecycleEvent> events) implements Finding {
        public Ends {
            events = List.copyOf(events);
        }
    }

    /**
     * A seller of training or of GPUs.
     *
     * @param models those that a new customer can start there
     * @param closed whether it trains models, but none for a new customer
     * @param gpu its cheapest GPU, null if it rents none
     */
    public record Seller(Provider provider, List<Model> models, boolean closed, GpuPricesOutcome.@Nullable Row gpu)
            implements Finding {
        public Seller {
            models = List.copyOf(models);
        }
    }

    /**
     * What a named seller's terms are on the topic.
     *
     * @param asked the seller
     * @param known the same if the price books have it, else null
     * @param model the model that was named, or null
     * @param closed whether it trains what was asked about, but not for a new customer
     */
    public record Terms(
            ProviderId asked,
            @Nullable Provider known,
            @Nullable Model model,
            boolean closed,
            SellerTerms terms) implements Finding {}

    /**
     * The sellers that run a tuned model by the token alone.
     *
     * @param model the model that was named, or null
     * @param sizeB the size that was said in its place, or null
     * @param quotes the cheapest of each seller; of the nearest model if none runs the one that was named
     * @param closed those that run the model that was named so, but take no new customers
     */
    public record ByTheToken(
            @Nullable Model model,
            @Nullable BigDecimal sizeB,
            List<Quote> quotes,
            boolean nearest,
            List<Provider> closed)
            implements Finding {
        public ByTheToken {
            quotes = List.copyOf(quotes);
            closed = List.copyOf(closed);
        }
    }

    /**
     * The memory that a training or a running model needs, and the GPUs that have it.
     *
     * @param onFile whether a price book has the model
     * @param serving whether the model runs and is not trained
     * @param methodSaid whether the method or the bits of the weights were said
     * @param gigabytes the memory for the method; null if the weights of the model are not published, or its size is unknown
     * @param named the GPU that was named, or null
     * @param memoryGb the GB of the GPU that was named, or of one that was said by its memory alone; null if neither was
     * @param unknown a GPU that was named and is not on file, or null
     * @param count how many of them were named
     * @param smallest the GPU with the least memory that is enough, null if no single one is
     * @param quantizedGigabytes the memory with QLoRA, or of weights of 4 bits
     * @param lengthSaid whether the length of a sequence was said, which the memory rule has no part for
     */
    public record Hardware(
            Model model,
            boolean onFile,
            boolean serving,
            Method method,
            boolean quantized,
            boolean methodSaid,
            @Nullable BigDecimal gigabytes,
            @Nullable Gpu named,
            @Nullable BigDecimal memoryGb,
            @Nullable String unknown,
            long count,
            @Nullable Gpu smallest,
            @Nullable BigDecimal quantizedGigabytes,
            boolean lengthSaid)
            implements Finding {}

    /**
     * The offers of a method.
     *
     * @param provider the provider that was named, or null
     * @param model the model that was named, or null
     * @param method the method that was named, or null
     * @param objective the objective that was named, or null
     * @param known the provider if the price books have it, else null
     * @param models the models with such an offer there that a new customer can start
     * @param closed whether there are such offers there, but none that a new customer can start
     * @param sellers every provider with such an offer that a new customer can start
     */
    public record Offering(
            @Nullable ProviderId provider,
            @Nullable Model model,
            @Nullable Method method,
            @Nullable Objective objective,
            @Nullable Provider known,
            List<Model> models,
            boolean closed,
            List<Provider> sellers)
            implements Finding {
        public Offering {
            models = List.copyOf(models);
            sellers = List.copyOf(sellers);
        }
    }
}
