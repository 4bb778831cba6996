package io.tunetally.discussion.command;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.conversation.Defaults;
import io.tunetally.discussion.Deadlines;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.Watch;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of watched prices: one message when a price changes, or 30, 7 and 1 days before an offer ends; nothing otherwise.
 * Of many processes one sends it, by a claim in the store.
 */
public final class WatchRound {
    private static final Logger LOG = LoggerFactory.getLogger(WatchRound.class);

    /** Longer than a round takes, and shorter than two changes of a price are apart. */
    private static final Duration CLAIMED = Duration.ofHours(20);

    private final DiscussionStore store;
    private final Pricing pricing;
    private final Deliveries deliveries;
    private final Function<ConversationId, Defaults> defaults;

    WatchRound(
            DiscussionStore store,
            Pricing pricing,
            Deliveries deliveries,
            Function<ConversationId, Defaults> defaults) {
        this.store = store;
        this.pricing = pricing;
        this.deliveries = deliveries;
        this.defaults = defaults;
    }

    /** Posts a reply in a conversation; throws if the platform does not take it. */
    public interface Sender {
        void send(ConversationId place, Reply reply) throws Exception;
    }

    /**
     * Looks at every watch of a platform once.
     *
     * @return the number of messages sent
     * @throws io.tunetally.storage.StorageException if the watches cannot be read
     */
    public int run(PlatformId platform, Sender sender) {
        int sent = 0;
        for (Watch watch : store.watches(platform)) {
            if (isTold(watch, sender)) {
                sent++;
            }
        }
        return sent;
    }

    /** A watch that cannot be looked at keeps none of the others from being told. */
    private boolean isTold(Watch watch, Sender sender) {
        try {
            return news(watch).filter(news -> told(watch, news, sender)).isPresent();
        } catch (RuntimeException failed) {
            LOG.warn("a watch was not looked at", failed);
            return false;
        }
    }

    /**
     * Something to tell.
     *
     * @param announced the ends that were announced so far, as a watch keeps them
     */
    private record News(Figures now, String announced, String text) {}

    private Optional<News> news(Watch watch) {
        return pricing.price(watch.full(), defaults.apply(watch.place()))
                .map(Plan::figures)
                .flatMap(now -> news(watch, now));
    }

    private Optional<News> news(Watch watch, Figures now) {
        List<String> texts = new ArrayList<>();
        boolean changed = !now.headline().equals(watch.figures().headline())
                || !now.closed().equals(watch.figures().closed());
        if (changed) {
            texts.add(Changes.since(watch.figures(), now, watch.since()));
        }
        Deadlines deadlines = new Deadlines(now, pricing.today());
        now.endings().stream()
                .filter(ending -> watch.figures().endings().stream().noneMatch(ending::isSame)
                        || deadlines.isReachedAfter(watch.told(), ending))
                .forEach(ending -> texts.add(Deadlines.text(now, ending)));
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(new News(now, deadlines.reached(), String.join(" ", texts)));
    }

    private boolean told(Watch watch, News news, Sender sender) {
        ConversationId place = watch.place();
        String claim =
                "watch " + ActionKeys.keyOf(place + " " + watch.id() + " " + news.announced() + " " + news.now());
        if (!deliveries.claim(place.platform(), claim, CLAIMED)) {
            return false;
        }
        try {
            sender.send(place, reply(watch, news));
            store.watch(watch.told(news.now(), news.announced(), pricing.today()));
            return true;
        } catch (Exception unsent) { // Any exception of the platform: the next round tries again.
            LOG.warn("a watched price was not told: {}", unsent.getMessage());
            deliveries.release(place.platform(), claim);
            return false;
        }
    }

    private static Reply reply(Watch watch, News news) {
        return new Reply(
                "Watched: " + watch.subject(),
                List.of(
                        Block.Text.of(Span.plain(news.text())),
                        new Block.Choices("", List.of(Action.of("Stop watching", "unwatch " + watch.id())))),
                Audience.EVERYONE);
    }
}
