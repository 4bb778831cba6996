package io.tunetally.discord.jda;

import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.EventCache;
import net.dv8tion.jda.internal.handle.SocketHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JDA's copy of each server small. Names, topics, pictures and descriptions of channels and roles are removed from
 * Discord's events, since the adapter only needs permissions. JDA learns of a channel when something there concerns the bot
 * ({@link ChannelsOnDemand}).
 */
public final class LeanServers implements EventListener {
    /** Parts of an event that are channels or roles themselves. */
    private static final Set<String> LISTS = Set.of("channels", "threads", "roles");

    private static final Set<String> UNUSED =
            Set.of("topic", "icon", "splash", "banner", "description", "vanity_url_code", "unicode_emoji");

    private static final Set<String> STRIPPED_EVENTS = Set.of(
            "GUILD_CREATE",
            "GUILD_UPDATE",
            "CHANNEL_CREATE",
            "CHANNEL_UPDATE",
            "THREAD_CREATE",
            "THREAD_UPDATE",
            "THREAD_LIST_SYNC",
            "GUILD_ROLE_CREATE",
            "GUILD_ROLE_UPDATE");

    private static final String OVERWRITES = "permission_overwrites";

    /** JDA requires a name. */
    private static final String NAME = "-";

    private final StoredChannels stored = new StoredChannels();
    private final long relevantPermissions;

    /**
     * Keeps servers small.
     *
     * @param permissions bits of the permissions that the bot uses; of others JDA learns nothing
     */
    public LeanServers(long permissions) {
        // Members without the permission to connect to a voice channel may not write in its chat.
        relevantPermissions = permissions | Permission.VOICE_CONNECT.getRawValue();
    }

    /**
     * Puts this class before JDA's handlers when Discord has said READY, before JDA handles any event of the session.
     */
    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof StatusChangeEvent change && change.getNewStatus() == JDA.Status.LOADING_SUBSYSTEMS) {
            JDAImpl shard = (JDAImpl) event.getJDA();
            Map<String, SocketHandler> handlers = shard.getClient().getHandlers();
            ChannelsOnDemand channels = new ChannelsOnDemand(shard, stored);
            handlers.replaceAll((type, handler) -> handler instanceof Front || !isInteresting(type)
                    ? handler
                    : new Front(shard, channels, type, handler));
        }
    }

    private static boolean isInteresting(String type) {
        return STRIPPED_EVENTS.contains(type) || ChannelsOnDemand.EVENTS.contains(type);
    }

    /** Stands before one of JDA's handlers of one shard; runs on its gateway's thread. */
    private final class Front extends SocketHandler {
        private final ChannelsOnDemand channels;
        private final String type;
        private final SocketHandler handler;

        private Front(JDAImpl shard, ChannelsOnDemand channels, String type, SocketHandler handler) {
            super(shard);
            this.channels = channels;
            this.type = type;
            this.handler = handler;
        }

        @Override
        protected @Nullable Long handleInternally(DataObject content) {
            if (STRIPPED_EVENTS.contains(type)) {
                strip(content);
            }
            switch (channels.admit(type, content)) {
                case NOW -> handler.handle(responseNumber, allContent);
                case WITH_ITS_SERVER ->
                    api.getEventCache()
                            .cache(
                                    EventCache.Type.GUILD,
                                    content.getLong("guild_id"),
                                    responseNumber,
                                    allContent,
                                    this::handle);
                case NEVER -> {}
            }
            return null;
        }
    }

    private void strip(DataObject told) {
        UNUSED.forEach(told::remove);
        if (told.hasKey("name")) {
            told.put("name", NAME);
        }
        for (String list : LISTS) {
            told.optArray(list)
                    .ifPresent(all -> all.stream(DataArray::getObject).forEach(this::strip));
        }
        told.optObject("role").ifPresent(this::strip);
        told.optArray(OVERWRITES)
                .ifPresent(all -> told.put(
                        OVERWRITES,
                        DataArray.fromCollection(all.stream(DataArray::getObject)
                                .filter(this::isRelevant)
                                .toList())));
    }

    /** Most overwrites are about permissions that the bot never uses. */
    private boolean isRelevant(DataObject overwrite) {
        return ((overwrite.getLong("allow", 0) | overwrite.getLong("deny", 0)) & relevantPermissions) != 0;
    }
}
