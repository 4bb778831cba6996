package io.tunetally.discord;

import gnu.trove.map.TLongObjectMap;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.PermissionOverride;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.entities.channel.mixin.attribute.IPermissionContainerMixin;
import net.dv8tion.jda.internal.handle.SocketHandler;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what Discord tells of servers what the adapter never looks at, before JDA keeps it: names, topics, pictures and
 * descriptions of each channel and role of each server. What is left is what permissions follow from, with no room for more.
 */
final class LeanServers implements EventListener {
    private static final Set<String> EVENTS = Set.of(
            "GUILD_CREATE",
            "GUILD_UPDATE",
            "CHANNEL_CREATE",
            "CHANNEL_UPDATE",
            "THREAD_CREATE",
            "THREAD_UPDATE",
            "GUILD_ROLE_CREATE",
            "GUILD_ROLE_UPDATE");

    /** Channels and roles that are told of within a server. */
    private static final Set<String> WITHIN = Set.of("channels", "threads", "roles");

    private static final Set<String> UNUSED =
            Set.of("topic", "icon", "splash", "banner", "description", "vanity_url_code", "unicode_emoji");

    /**
     * Each channel's permissions are a map with room for ten, of which it uses one or none. Trove gives that back only after so
     * many removals.
     */
    private static final int ROOM_OF_A_NEW_MAP = 10;

    private static final String OVERWRITES = "permission_overwrites";

    /** Whoever may not connect to a voice channel may not write in its chat. */
    private static final long LOOKED_AT = DiscordApp.PERMISSIONS | Permission.VOICE_CONNECT.getRawValue();

    /** No id of Discord's. */
    private static final long NOBODY = 1;

    /** One text for all: it has to be there. */
    private static final String NAME = "-";

    /** Before a session begins, each of JDA's handlers gets another one in front. */
    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof StatusChangeEvent change && change.getNewStatus() == JDA.Status.IDENTIFYING_SESSION) {
            JDAImpl shard = (JDAImpl) event.getJDA();
            Map<String, SocketHandler> handlers = shard.getClient().getHandlers();
            for (String type : EVENTS) {
                handlers.computeIfPresent(
                        type, (_, handler) -> handler instanceof Front ? handler : new Front(shard, handler));
            }
        }
    }

    /** Of one shard; runs on its gateway's thread. */
    private static final class Front extends SocketHandler {
        private final SocketHandler handler;

        private Front(JDAImpl shard, SocketHandler handler) {
            super(shard);
            this.handler = handler;
        }

        @Override
        protected @Nullable Long handleInternally(DataObject content) {
            strip(content);
            handler.handle(responseNumber, allContent);
            Guild server = content.hasKey("channels") ? api.getGuildById(content.getLong("id")) : null;
            if (server != null) {
                server.getChannelCache().forEach(Front::shrink);
            }
            return null;
        }

        private static void shrink(GuildChannel channel) {
            if (channel instanceof IPermissionContainerMixin<?> container) {
                TLongObjectMap<PermissionOverride> overrides = container.getPermissionOverrideMap();
                for (int n = 0; n < ROOM_OF_A_NEW_MAP; n++) {
                    overrides.put(NOBODY, null);
                    overrides.remove(NOBODY);
                }
            }
        }
    }

    private static void strip(DataObject told) {
        UNUSED.forEach(told::remove);
        if (told.hasKey("name")) {
            told.put("name", NAME);
        }
        for (String list : WITHIN) {
            told.optArray(list)
                    .ifPresent(all -> all.stream(DataArray::getObject).forEach(LeanServers::strip));
        }
        told.optObject("role").ifPresent(LeanServers::strip);
        told.optArray(OVERWRITES)
                .ifPresent(all -> told.put(
                        OVERWRITES,
                        DataArray.fromCollection(all.stream(DataArray::getObject)
                                .filter(LeanServers::isLookedAt)
                                .toList())));
    }

    /** Most overwrites are about what a bot like this one never does. */
    private static boolean isLookedAt(DataObject overwrite) {
        return ((overwrite.getLong("allow", 0) | overwrite.getLong("deny", 0)) & LOOKED_AT) != 0;
    }
}
