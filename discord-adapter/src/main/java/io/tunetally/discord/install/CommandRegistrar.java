package io.tunetally.discord.install;

import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.jda.JdaInternals;
import io.tunetally.storage.Installations;
import io.tunetally.storage.StorageException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the commands where they differ from what Discord has, so that a start costs no registration (200 a day). In a
 * server for development they are registered there alone; such servers are stored, each application's apart, and the copies in
 * them go once another place is named. Discord is asked by the servers' ids: a server may belong to another shard or process.
 */
public final class CommandRegistrar {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistrar.class);

    /** Discord's errors for a server in which the application is not installed. */
    private static final Set<ErrorResponse> NOT_INSTALLED =
            Set.of(ErrorResponse.UNKNOWN_GUILD, ErrorResponse.MISSING_ACCESS);

    private final JDA jda;
    private final List<CommandData> wanted;
    private final Installations installations;
    private final Installations.Id servers;
    private final String application;

    public CommandRegistrar(JDA jda, List<CommandData> wanted, Installations installations) {
        this.jda = jda;
        this.wanted = List.copyOf(wanted);
        this.installations = installations;
        application = jda.getSelfUser().getApplicationId();
        servers = new Installations.Id(DiscordConversations.DISCORD, "development", application, "");
    }

    /**
     * Registers, and takes copies away.
     *
     * @throws ErrorResponseException where Discord does not take the commands
     * @throws StorageException where servers for development cannot be looked up or stored
     * @throws InterruptedException where the process is to stop
     */
    public void register(Optional<String> devGuild) throws InterruptedException {
        if (devGuild.isPresent()) {
            inDevelopment(devGuild.get());
        } else {
            everywhere();
        }
        takeCopiesAway(devGuild);
    }

    private void everywhere() throws InterruptedException {
        if (differs(registered(Route.Interactions.GET_COMMANDS.compile(application)), wanted())) {
            put(Route.Interactions.UPDATE_COMMANDS.compile(application), wanted());
            LOG.info("commands registered everywhere");
        }
    }

    private void inDevelopment(String guildId) throws InterruptedException {
        if (!registered(Route.Interactions.GET_COMMANDS.compile(application)).isEmpty()) {
            LOG.warn("the application's commands are registered everywhere, too: server {} shows both", guildId);
        }
        try {
            List<DataObject> registered = registered(copies(guildId));
            rememberAlso(guildId);
            if (differs(inServer(registered), inServer(wanted()))) {
                put(Route.Interactions.UPDATE_GUILD_COMMANDS.compile(application, guildId), wanted());
                LOG.info("commands registered in server {}", guildId);
            }
        } catch (ErrorResponseException refused) {
            if (!NOT_INSTALLED.contains(refused.getErrorResponse())) {
                throw refused;
            }
            LOG.error("DISCORD_DEV_GUILD: the bot is in no server {}, so no commands are registered", guildId);
        }
    }

    /** Forgets only servers whose commands are known to be gone. */
    private void takeCopiesAway(Optional<String> devGuild) throws InterruptedException {
        Set<String> known = known();
        Set<String> left = new TreeSet<>(known);
        for (String guildId : known) {
            if (!devGuild.equals(Optional.of(guildId)) && areGone(guildId)) {
                left.remove(guildId);
            }
        }
        if (!left.equals(known)) {
            remember(left);
        }
    }

    private boolean areGone(String guildId) throws InterruptedException {
        try {
            if (!registered(copies(guildId)).isEmpty()) {
                put(Route.Interactions.UPDATE_GUILD_COMMANDS.compile(application, guildId), List.of());
                LOG.info("the copies of the commands in server {} are gone", guildId);
            }
            return true;
        } catch (ErrorResponseException refused) {
            if (!NOT_INSTALLED.contains(refused.getErrorResponse())) {
                LOG.warn(
                        "the copies of the commands in server {} stay until the next start: {}",
                        guildId,
                        refused.getMessage());
                return false;
            }
            return true;
        }
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>();
        installations
                .find(servers)
                .ifPresent(found -> known.addAll(List.of(found.secret().split(",", -1))));
        return known;
    }

    /** Remembers a server even if nothing has to be registered there: another database may have done so. */
    private void rememberAlso(String guildId) {
        Set<String> known = known();
        if (known.add(guildId)) {
            remember(known);
        }
    }

    private void remember(Set<String> guildIds) {
        if (guildIds.isEmpty()) {
            installations.delete(servers);
        } else {
            installations.save(servers, String.join(",", guildIds));
        }
    }

    private Route.CompiledRoute copies(String guildId) {
        return Route.Interactions.GET_GUILD_COMMANDS.compile(application, guildId);
    }

    private List<DataObject> registered(Route.CompiledRoute route) throws InterruptedException {
        return answered(JdaInternals.request(
                jda,
                route.withQueryParams("with_localizations", "true"),
                response -> response.getArray().stream(DataArray::getObject)
                        .map(json -> JdaInternals.command(jda, json).toData())
                        .toList()));
    }

    private void put(Route.CompiledRoute route, List<DataObject> commands) throws InterruptedException {
        RequestBody body = RequestBody.create(DataArray.fromCollection(commands).toJson(), JdaInternals.JSON);
        answered(JdaInternals.request(jda, route, body));
    }

    /** Waits for Discord's answer; unlike JDA's own wait, a stop of the process interrupts this one. */
    private static <T> T answered(RestAction<T> request) throws InterruptedException {
        try {
            return request.submit().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException("a request failed", failed);
        }
    }

    private List<DataObject> wanted() {
        return wanted.stream().map(CommandData::toData).toList();
    }

    /** Drops contexts and install types, which Discord need not keep for a server's command. */
    private static List<DataObject> inServer(List<DataObject> commands) {
        return commands.stream()
                .map(command -> command.remove("contexts").remove("integration_types"))
                .toList();
    }

    private static boolean differs(List<DataObject> registered, List<DataObject> wanted) {
        return !texts(registered).equals(texts(wanted));
    }

    /** Sorted, and with sorted keys. */
    private static List<String> texts(List<DataObject> commands) {
        return commands.stream()
                .sorted(Comparator.comparingInt((DataObject command) -> command.getInt("type"))
                        .thenComparing(command -> command.getString("name")))
                .map(DataObject::toPrettyString)
                .toList();
    }
}
