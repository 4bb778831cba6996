package io.tunetally.discord;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.CoolDown;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.api.DiscordSettings;
import io.tunetally.discord.event.ButtonHandler;
import io.tunetally.discord.event.ConcurrencyLimiter;
import io.tunetally.discord.event.DiscordBot;
import io.tunetally.discord.event.DiscordEvents;
import io.tunetally.discord.event.EditHandler;
import io.tunetally.discord.event.InteractionReplies;
import io.tunetally.discord.event.MessageAnswers;
import io.tunetally.discord.event.MessageHandler;
import io.tunetally.discord.event.OwnData;
import io.tunetally.discord.event.RecentDeliveries;
import io.tunetally.discord.event.ServerDefaults;
import io.tunetally.discord.event.SlashCommandHandler;
import io.tunetally.discord.install.CommandRegistrar;
import io.tunetally.discord.install.Invitation;
import io.tunetally.discord.install.SlashCommands;
import io.tunetally.discord.install.UninstallHandler;
import io.tunetally.discord.message.AskedBy;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordFormatter;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.DiscordMessage.Form;
import io.tunetally.discord.message.Drawing;
import io.tunetally.discord.message.PostedBoard;
import io.tunetally.discord.send.DiscordSender;
import io.tunetally.discord.send.FileDownloads;
import io.tunetally.discord.send.PendingAnswers;
import io.tunetally.discord.send.SendPace;
import io.tunetally.discord.transport.GatewayConnection;
import io.tunetally.discord.transport.GatewayHealthCheck;
import io.tunetally.reply.Reply;
import io.tunetally.runtime.PlatformProcess;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.Deduplicator;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running adapter. */
public final class DiscordApp implements PlatformProcess.Adapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordApp.class);

    /** The limit of the question whether a member manages the server. */
    private static final Duration ASKED_WITHIN = Duration.ofMillis(700);

    private final WorkBounds bounds;
    private final DiscordSettings settings;
    private final PlatformProcess.Parts parts;
    private final Bulkhead bulkhead;
    private final StoreCalls calls = new StoreCalls();
    private final PendingAnswers pendingAnswers = new PendingAnswers();
    private final UninstallHandler uninstallHandler;
    private final DiscordSender sender;
    private final DiscordEvents events;
    private final CompletableFuture<Exception> failure = new CompletableFuture<>();
    private volatile @Nullable GatewayConnection gateway;
    private volatile @Nullable GatewayHealthCheck gatewayHealthCheck;

    DiscordApp(DiscordSettings settings, PlatformProcess.Parts parts) {
        this(settings, parts, WorkBounds.USUAL, new SendPace(settings.apiUrl(), settings.shards()));
    }

    /**
     * Creates the adapter with other bounds.
     *
     * @param pace that of messages
     */
    DiscordApp(DiscordSettings settings, PlatformProcess.Parts parts, WorkBounds bounds, SendPace pace) {
        this.bounds = bounds;
        this.bulkhead = new Bulkhead(bounds.mostWork(), bounds.stopWithin());
        this.settings = settings;
        this.parts = parts;
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        MessageRequest.setDefaultMentionRepliedUser(false);
        Message.suppressContentIntentWarning(); // It may read messages that mention it or that a user points it at.
        DiscordBot bot = new DiscordBot(parts.bot(), settings.links());
        FileDownloads files = new FileDownloads(settings.apiUrl(), settings.files());
        RecentDeliveries recentDeliveries = new RecentDeliveries(parts.metrics());
        Deduplicator deduplicator = new Deduplicator(DiscordConversations.DISCORD, parts.deliveries(), calls);
        CoolDown coolDown = new CoolDown(parts.clock());
        sender = new DiscordSender(parts.actionKeys(), calls, pace, parts.metrics());
        ConcurrencyLimiter concurrencyLimiter = new ConcurrencyLimiter();
        uninstallHandler = new UninstallHandler(parts.deletion(), parts.clock(), UninstallHandler.AGAIN_AFTER);
        InteractionReplies replies = new InteractionReplies(
                sender, bulkhead, concurrencyLimiter, pendingAnswers, bounds.deferAfter(), parts.metrics());
        MessageAnswers answers = new MessageAnswers(bot, files, parts.memory());
        EditHandler edits = new EditHandler(
                answers, parts.boards(), sender, coolDown, bulkhead, concurrencyLimiter, parts.metrics());
        events = new DiscordEvents(
                new MessageHandler(
                        answers,
                        edits,
                        parts.memory(),
                        parts.boards(),
                        sender,
                        recentDeliveries,
                        coolDown,
                        bulkhead,
                        pendingAnswers,
                        parts.metrics()),
                new SlashCommandHandler(bot, files, new OwnData(parts.deletion(), parts.ownRecords(), calls), replies),
                new ServerDefaults(parts.team(), calls, replies),
                new ButtonHandler(
                        bot, files, parts.actionKeys(), calls, replies, recentDeliveries, deduplicator, parts.boards()),
                replies,
                uninstallHandler,
                coolDown,
                parts.metrics());
    }

    private void measure(GatewayConnection connection) {
        parts.metrics()
                .gauge(
                        "tunetally.gateway.ping.seconds",
                        "How long Discord takes to answer a heartbeat, the slowest shard's",
                        connection::pingSeconds);
        parts.metrics()
                .gauge(
                        "tunetally.gateway.last.event.seconds",
                        "When Discord was heard of last, in seconds since 1970",
                        () -> events.lastEvent().getEpochSecond());
    }

    @Override
    public void start() throws Exception {
        GatewayConnection connecting = GatewayConnection.to(settings, parts.metrics()::rateLimited, events);
        gateway = connecting;
        measure(connecting);
        CompletableFuture<Void> _ = connecting.failure().thenAccept(failure::complete);
        connecting.awaitReady();
        gatewayHealthCheck = new GatewayHealthCheck(connecting, events::lastEvent, parts.clock()).watch();
        connecting.onEachNewSession(() -> uninstallHandler.leftMeanwhile(connecting::hasLeft));
        JDA first = connecting.shards().getShardById(0);
        if (first != null) {
            register(first);
        }
        String application =
                connecting.shards().getShards().getFirst().getSelfUser().getApplicationId();
        LOG.info("add to a server: {}", Invitation.toServer(application));
        LOG.info("add for yourself: {}", Invitation.toAccount(application));
        LOG.info(
                "Discord adapter ready: {} of {} shards",
                connecting.connected(),
                connecting.shards().getShardsTotal());
        missingForSome().forEach(missing -> LOG.info("waiting for {}", missing));
    }

    @Override
    public List<String> missingForSome() {
        GatewayConnection connection = gateway;
        int servers = connection == null ? 0 : connection.awaitedServers();
        return servers == 0 ? List.of() : List.of(servers + (servers == 1 ? " server" : " servers") + " in an outage");
    }

    /** Messages are answered also where commands cannot be registered. */
    private void register(JDA jda) throws InterruptedException {
        try {
            new CommandRegistrar(jda, SlashCommands.of(parts.bot().commands()), parts.installations())
                    .register(settings.devGuild());
        } catch (ErrorResponseException | StorageException refused) {
            LOG.error("the commands could not be registered: {}", refused.getMessage());
        }
    }

    /** A server's defaults are changed by those who manage the server; outside of servers a person's are the person's own. */
    @Override
    public boolean mayChangeTeam(Envelope from) {
        String server = from.conversation().space();
        if (server.isEmpty()) {
            return true;
        }
        GatewayConnection connection = gateway;
        Guild guild = connection == null ? null : connection.shards().getGuildById(server);
        if (guild == null) {
            return false;
        }
        try {
            return calls.within(
                    ASKED_WITHIN,
                    () -> guild.retrieveMemberById(from.user().value())
                            .complete()
                            .hasPermission(Permission.MANAGE_SERVER));
        } catch (StorageException | IllegalStateException unknown) {
            LOG.warn("the permission to change defaults could not be checked: {}", unknown.getMessage());
            return false;
        }
    }

    /** Posts it in the thread or channel; a person's own conversation is told in direct messages. */
    @Override
    public void announce(ConversationId place, Reply reply) throws InterruptedException {
        GatewayConnection connection = gateway;
        if (connection == null) {
            throw new IllegalStateException("not connected yet");
        }
        JDA jda = connection.shards().getShards().getFirst();
        Optional<UserId> person = place.owner();
        String channel = person.isPresent()
                ? jda.openPrivateChannelById(person.get().value()).complete().getId()
                : place.thread().isEmpty() ? place.channel() : place.thread();
        sender.writeIn(jda, channel, new DiscordFormatter(DiscordMessage.Form.COMPONENTS).format(reply));
    }

    @Override
    public boolean replace(ConversationId place, BoardMessage message, Reply reply) throws InterruptedException {
        GatewayConnection connection = gateway;
        Optional<PostedBoard> board = PostedBoard.of(message.name());
        if (connection == null || board.isEmpty()) {
            return board.isPresent();
        }
        DiscordMessage changed = new DiscordFormatter(board.get().form()).format(reply);
        DiscordMessage signed =
                message.asker().value().isEmpty() ? changed : changed.askedBy(AskedBy.of(message.asker()));
        return sender.editIn(connection.shards().getShards().getFirst(), board.get(), signed);
    }

    @Override
    public void render(Answer answer) {
        DiscordMessage message = DiscordAnswers.post(answer).in(Drawing.works() ? Form.PICTURES : Form.COMPONENTS);
        byte[] _ = message.data().toData().toJson();
    }

    @Override
    public CompletableFuture<Exception> failure() {
        return failure;
    }

    @Override
    public boolean isConnected() {
        GatewayConnection connection = gateway;
        GatewayHealthCheck healthCheck = gatewayHealthCheck;
        return connection != null && connection.isConnected() && (healthCheck == null || healthCheck.isThere());
    }

    boolean isStopping() {
        return events.isStopping();
    }

    /** How many servers the shards of this process serve. */
    long guilds() {
        return counted(shards -> shards.getGuildCache().size());
    }

    /** How many members of them are kept in memory. */
    long members() {
        return counted(shards -> shards.getGuilds().stream()
                .mapToLong(guild -> guild.getMemberCache().size())
                .sum());
    }

    private long counted(ToLongFunction<ShardManager> count) {
        GatewayConnection connection = gateway;
        return connection == null ? 0 : count.applyAsLong(connection.shards());
    }

    /** Takes no more, ends what has begun, and lets go. */
    @Override
    public void close() {
        events.stop();
        bulkhead.close();
        pendingAnswers.turnAway(bounds.turnAwayWithin());
        GatewayHealthCheck healthCheck = gatewayHealthCheck;
        if (healthCheck != null) {
            healthCheck.close();
        }
        GatewayConnection connection = gateway;
        if (connection != null) {
            connection.close();
        }
        calls.close();
        LOG.info("Discord adapter stopped");
    }
}
