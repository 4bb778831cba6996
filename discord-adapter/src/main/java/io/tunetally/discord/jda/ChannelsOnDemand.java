package io.tunetally.discord.jda;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.ChannelCreateHandler;
import net.dv8tion.jda.internal.handle.SocketHandler;

/**
 * Holds the channels of servers back from JDA until an event concerns the bot: a mention, a command, a button, a thread. A
 * channel takes JDA some 500 bytes, and the bot is asked in few of them. One for each shard; runs on its gateway's thread.
 */
final class ChannelsOnDemand {
    private static final String GUILD_CREATE = "GUILD_CREATE";
    private static final String CHANNELS = "channels";
    private static final String CHANNEL_ID = "channel_id";

    /** Events about a channel that JDA handles only if it knows the channel. */
    private static final Set<String> IN_KNOWN_CHANNELS =
            Set.of("MESSAGE_DELETE", "MESSAGE_DELETE_BULK", "CHANNEL_PINS_UPDATE");

    private static final Set<String> MESSAGES = Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE");
    private static final Set<String> THREADS = Set.of("THREAD_CREATE", "THREAD_UPDATE", "THREAD_LIST_SYNC");
    private static final Set<String> OF_CHANNELS = Set.of("CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE");

    /** All events that {@link #admit} has to see. */
    static final Set<String> EVENTS = Set.copyOf(Stream.of(
                    IN_KNOWN_CHANNELS,
                    MESSAGES,
                    THREADS,
                    OF_CHANNELS,
                    Set.of(GUILD_CREATE, "GUILD_DELETE", "INTERACTION_CREATE"))
            .flatMap(Set::stream)
            .toList());

    private final JDAImpl shard;
    private final StoredChannels stored;
    private final SocketHandler creation;

    ChannelsOnDemand(JDAImpl shard, StoredChannels stored) {
        this.shard = shard;
        this.stored = stored;
        this.creation = new ChannelCreateHandler(shard);
    }

    /** When JDA handles an event. */
    enum Admission {
        NOW,
        /** Runs after the server that it names has been set up. */
        WITH_ITS_SERVER,
        NEVER;

        private static Admission nowIf(boolean concernsTheBot) {
            return concernsTheBot ? NOW : NEVER;
        }
    }

    /** Decides when JDA handles an event, and first gives JDA the channels that it needs for that. */
    Admission admit(String type, DataObject event) {
        if (type.equals(GUILD_CREATE)) {
            hold(event);
            return Admission.NOW;
        }
        if (type.equals("GUILD_DELETE")) {
            stored.remove(event.getLong("id"));
            return Admission.NOW;
        }
        long server = event.getLong("guild_id", 0);
        // JDA keeps events of a server that is being set up, and hands them in here again after that.
        boolean isKept = shard.getGuildSetupController().isLocked(server);
        if (!EVENTS.contains(type) || server == 0 || isKept) {
            return Admission.NOW;
        }
        if (shard.getGuildById(server) == null) {
            return MESSAGES.contains(type) ? Admission.WITH_ITS_SERVER : Admission.NOW;
        }
        if (OF_CHANNELS.contains(type)) {
            return Admission.nowIf(follow(type, server, event));
        }
        if (THREADS.contains(type)) {
            threads(event).forEach(thread -> reveal(server, thread.getLong("parent_id", 0)));
            return Admission.NOW;
        }
        if (type.equals("INTERACTION_CREATE")) {
            DataObject channel = event.getObject("channel");
            reveal(server, channel.getLong("id"));
            reveal(server, channel.getLong("parent_id", 0));
            return Admission.NOW;
        }
        long channel = event.getLong(CHANNEL_ID);
        if (MESSAGES.contains(type)
                && event.getString("content", "").contains(shard.getSelfUser().getId())) {
            reveal(server, channel);
            return Admission.NOW;
        }
        return Admission.nowIf(isKnown(channel));
    }

    /** Stores the channels of a server. JDA needs only the parents of its threads to set it up. */
    private void hold(DataObject server) {
        server.optArray(CHANNELS).ifPresent(channels -> {
            stored.replace(server.getLong("id"), channels);
            List<Long> parents = threads(server)
                    .map(thread -> thread.getLong("parent_id", 0))
                    .toList();
            server.put(
                    CHANNELS,
                    DataArray.fromCollection(channels.stream(DataArray::getObject)
                            .filter(channel -> parents.contains(channel.getLong("id")))
                            .toList()));
        });
    }

    /** A thread itself, or the threads that an event lists. */
    private static Stream<DataObject> threads(DataObject event) {
        return event.optArray("threads")
                .map(all -> all.stream(DataArray::getObject))
                .orElseGet(() -> Stream.of(event));
    }

    private boolean follow(String type, long server, DataObject channel) {
        long id = channel.getLong("id");
        if (type.equals("CHANNEL_DELETE")) {
            stored.remove(server, id);
        } else {
            stored.put(server, channel);
        }
        return isKnown(id);
    }

    private void reveal(long server, long channel) {
        if (channel != 0 && !isKnown(channel)) {
            stored.find(server, channel)
                    .ifPresent(told -> creation.handle(
                            shard.getResponseTotal(),
                            DataObject.empty()
                                    .put("op", 0)
                                    .put("t", "CHANNEL_CREATE")
                                    .put("d", told.put("guild_id", server))));
        }
    }

    private boolean isKnown(long channel) {
        return shard.getGuildChannelById(channel) != null;
    }
}
