package io.tunetally.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.CoolDown;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import io.tunetally.operations.Metrics;
import io.tunetally.reply.Reply;
import io.tunetally.runtime.PlatformProcess;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.api.CompleteRequests;
import io.tunetally.slack.api.Outage;
import io.tunetally.slack.api.Retries;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.api.Sleep;
import io.tunetally.slack.api.Workspace;
import io.tunetally.slack.api.Workspaces;
import io.tunetally.slack.event.AppHome;
import io.tunetally.slack.event.Background;
import io.tunetally.slack.event.ButtonHandler;
import io.tunetally.slack.event.DefaultsPermission;
import io.tunetally.slack.event.ErrorMiddleware;
import io.tunetally.slack.event.HomeReply;
import io.tunetally.slack.event.MoreOfAnswerHandler;
import io.tunetally.slack.event.NamedPeople;
import io.tunetally.slack.event.PersonalData;
import io.tunetally.slack.event.RateLimitMiddleware;
import io.tunetally.slack.event.Shortcuts;
import io.tunetally.slack.event.ShutdownMiddleware;
import io.tunetally.slack.event.SlackAnswers;
import io.tunetally.slack.event.SlackEvents;
import io.tunetally.slack.event.SlackFiles;
import io.tunetally.slack.http.HttpPort;
import io.tunetally.slack.install.Authorization;
import io.tunetally.slack.install.MaintenanceScheduler;
import io.tunetally.slack.install.ManyWorkspaces;
import io.tunetally.slack.install.OwnWorkspace;
import io.tunetally.slack.install.UninstallHandler;
import io.tunetally.slack.message.AskedBy;
import io.tunetally.slack.message.PostedBoard;
import io.tunetally.slack.message.SlackFormatter;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import io.tunetally.slack.send.FileDownloads;
import io.tunetally.slack.send.NoReplayClient;
import io.tunetally.slack.send.RefusedTokens;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.slack.transport.HttpTransport;
import io.tunetally.slack.transport.SocketModeTransport;
import io.tunetally.slack.transport.Transport;
import io.tunetally.storage.bounded.Deduplicator;
import io.tunetally.storage.bounded.StoreCalls;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running adapter: one app, one Slack client for the whole process, one transport. */
public final class SlackApp implements PlatformProcess.Adapter {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApp.class);
    private static final int CALL_TIMEOUT_MILLIS = 10_000;
    static final int MOST_WORK = 500;
    private static final int MOST_NOTICES = 100;

    /** The bulkheads' share of the five seconds within which the process must be gone. */
    static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    /** The interval at which Slack is asked again about refused tokens. */
    private static final Duration ASKED_AGAIN_EVERY = Duration.ofMinutes(1);

    private static final Duration NOTICES_STOP_WITHIN = Duration.ofMillis(500);

    private final Slack slack;
    private final App app;
    private final Bulkhead bulkhead;
    private final Bulkhead commands;
    private final Bulkhead notices;
    private final StoreCalls calls = new StoreCalls();
    private final Optional<ManyWorkspaces> many;
    private final Optional<OwnWorkspace> own;
    private final Workspaces workspaces;
    private final RefusedTokens refused;
    private final MaintenanceScheduler maintenanceScheduler = new MaintenanceScheduler();
    private final Optional<HttpPort> port;
    private final Transport transport;
    private final ShutdownMiddleware shutdownMiddleware;
    private final ChannelPace.Pause pause;
    private final SlackSender sender;
    private final DefaultsPermission permission;
    private final NamedPeople people;
    private final boolean newBlocks;

    /** Assembles the adapter. */
    SlackApp(SlackSettings settings, PlatformProcess.Parts parts) throws IOException {
        this(settings, parts, new Sleep(), new Bulkhead(MOST_WORK, STOP_WITHIN));
    }

    /**
     * Assembles the adapter with other limits.
     *
     * @param pause waits between messages and before retries
     * @param bulkhead room for concurrent answers, which this closes
     */
    SlackApp(SlackSettings settings, PlatformProcess.Parts parts, ChannelPace.Pause pause, Bulkhead bulkhead)
            throws IOException {
        this.pause = pause;
        this.bulkhead = bulkhead;
        Clock clock = parts.clock();
        Metrics metrics = parts.metrics();
        Outage outage = new Outage(clock);
        slack = NoReplayClient.client(client(settings));
        commands = new Bulkhead(MOST_WORK, STOP_WITHIN);
        notices = new Bulkhead(MOST_NOTICES, NOTICES_STOP_WITHIN);
        Background background = new Background(bulkhead, notices, metrics);
        ChannelPace pace = new ChannelPace(clock, pause);
        refused = new RefusedTokens(metrics);
        sender = new SlackSender(slack, pace, pause, metrics, refused);
        UninstallHandler uninstallHandler = new UninstallHandler(parts.deletion(), this::forgetTokens, calls, clock);
        many = settings.installation()
                .map(installation -> new ManyWorkspaces(
                        settings, installation, slack, parts, sender, refused, uninstallHandler, bulkhead, calls));
        own = settings.botToken()
                .map(token -> new OwnWorkspace(slack, token.reveal(), new Retries(pause, metrics), outage));
        workspaces = workspaces();
        people = new NamedPeople(parts.bot(), slack, workspaces, calls);
        Bot bot = people;
        newBlocks = settings.newBlocks();
        CoolDown coolDown = new CoolDown(clock);
        ErrorMiddleware errorMiddleware = new ErrorMiddleware(sender, background, metrics);
        shutdownMiddleware = new ShutdownMiddleware(errorMiddleware);
        app = new App(
                config(slack),
                List.of(
                        new SSLCheck(null),
                        new CompleteRequests(),
                        errorMiddleware,
                        new Authorization(workspaces, refused, errorMiddleware),
                        shutdownMiddleware,
                        new RateLimitMiddleware(coolDown, errorMiddleware)));
        Deduplicator deduplicator = new Deduplicator(SlackConversations.SLACK, parts.deliveries(), calls);
        PersonalData personal = new PersonalData(bot, parts.deletion(), parts.ownRecords(), settings.links());
        SlackAnswers answers = new SlackAnswers(bot, parts.memory(), personal, settings.newBlocks());
        HomeReply homeReply = new HomeReply(bot, parts.team(), parts.recentRequests(), personal);
        permission = new DefaultsPermission(slack, settings.defaultsBy(), calls);
        AppHome home = new AppHome(homeReply, parts.team(), sender, background, calls, permission);
        home.register(app);
        Optional<SlackFiles> files = settings.files()
                .map(limits -> new SlackFiles(answers, new FileDownloads(slack, settings.apiUrl(), limits), sender));
        new SlackEvents(
                        answers,
                        files,
                        deduplicator,
                        coolDown,
                        sender,
                        pace,
                        parts.boards(),
                        new Background(commands, notices, metrics),
                        background)
                .register(app);
        new ButtonHandler(answers, home, deduplicator, sender, parts.boards(), background).register(app);
        new MoreOfAnswerHandler(answers, deduplicator, sender, background).register(app);
        new Shortcuts(bot, parts.team(), answers, sender, background).register(app);
        uninstallHandler.register(app);
        boolean http = many.isPresent() || settings.transport() instanceof SlackSettings.Transport.Http;
        port = http ? Optional.of(HttpTransport.port(settings)) : Optional.empty();
        many.ifPresent(it -> it.pages().serveOn(port.orElseThrow()));
        transport = transport(settings, metrics, clock, outage);
    }

    private static SlackConfig client(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
        config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT_MILLIS);
        config.getMethodsConfig().setStatsEnabled(false);
        config.setPrettyResponseLoggingEnabled(false);
        return config;
    }

    private Workspaces workspaces() {
        if (own.isEmpty()) {
            return many.orElseThrow().installed();
        }
        return many.isPresent() ? many.get().installed().besides(own.get()) : own.get();
    }

    /** Tokens and signatures are this adapter's own business: the SDK reads them from the environment otherwise. */
    private static AppConfig config(Slack slack) {
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(null)
                .signingSecret("")
                .allEventsApiAutoAckEnabled(true)
                .build();
        config.setClientId(null);
        config.setClientSecret(null);
        return config;
    }

    private Transport transport(SlackSettings settings, Metrics metrics, Clock clock, Outage outage) {
        return switch (settings.transport()) {
            case SlackSettings.Transport.SocketMode mode ->
                new SocketModeTransport(app, mode.appToken().reveal(), metrics, outage);
            case SlackSettings.Transport.Http mode ->
                new HttpTransport(app, mode.signingSecret().reveal(), port.orElseThrow(), clock);
        };
    }

    /**
     * Asks Slack who it is, where it has a bot token, and takes events from now on; waits for a Slack that is away.
     *
     * @throws io.tunetally.settings.SettingsException where Slack does not take a token
     */
    @Override
    public void start() throws Exception {
        if (own.isPresent()) {
            own.get().identify();
        }
        app.start();
        port.ifPresent(HttpPort::start);
        transport.start();
        many.ifPresent(ManyWorkspaces::start);
        maintenanceScheduler.every(
                ASKED_AGAIN_EVERY, "asking about refused tokens", () -> refused.askAgain(slack, workspaces));
        LOG.info("Slack adapter ready: {}", transport);
    }

    @Override
    public boolean mayChangeTeam(Envelope from) {
        String space = from.conversation().space();
        return workspaces
                .find("", space)
                .filter(workspace -> permission
                        .refusal(workspace.token(), space, from.user().value())
                        .isEmpty())
                .isPresent();
    }

    /** Posts it in the thread or channel; a person's own conversation is that person's direct messages. */
    @Override
    public void announce(ConversationId place, Reply reply) throws Exception {
        Workspace workspace = workspaces
                .find("", place.space())
                .orElseThrow(() -> new IllegalStateException("the workspace has left"));
        SlackMessage message = new SlackFormatter(SlackFormatter.Tables.TEXT).format(reply);
        Optional<String> person = place.owner().map(UserId::value);
        String thread = person.isPresent() || place.thread().isEmpty() ? null : place.thread();
        SlackSender.Place there =
                new SlackSender.Place(workspace.token(), person.orElse(place.channel()), thread, person.orElse(""));
        sender.post(there, new SlackPost(message, message));
    }

    @Override
    public boolean replace(ConversationId place, BoardMessage message, Reply reply) throws Exception {
        Optional<Workspace> workspace = workspaces.find("", place.space());
        Optional<PostedBoard> board = PostedBoard.of(message.name());
        if (workspace.isEmpty() || board.isEmpty()) {
            return false;
        }
        SlackPost post = SlackAnswers.board(people.named(reply, place.space()), newBlocks);
        String asker = message.asker().value();
        SlackPost signed = asker.isEmpty() ? post : post.map(form -> form.with(new AskedBy(asker, false)));
        return sender.edits().replace(workspace.get().token(), board.get(), signed);
    }

    @Override
    public void render(Answer answer) {
        String _ = SlackMessage.GSON.toJson(SlackAnswers.acknowledged(answer).answer());
    }

    /** Forgets the cached tokens of workspaces. */
    public void forgetTokens() {
        many.ifPresent(ManyWorkspaces::changed);
    }

    @Override
    public boolean isConnected() {
        return transport.isConnected();
    }

    /** The token of a single workspace is missing for all users. */
    @Override
    public List<String> missing() {
        return many.isPresent() ? List.of() : refused.names();
    }

    @Override
    public List<String> missingForSome() {
        return many.isPresent() ? refused.names() : List.of();
    }

    /** The port of HTTP, where there is one. */
    public Optional<Integer> port() {
        return port.map(HttpPort::number);
    }

    /** Closes them in parallel: each has all of the time that is left. */
    private static void closeTogether(Bulkhead... bulkheads) {
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Bulkhead bulkhead : bulkheads) {
                closing.execute(bulkhead::close);
            }
        }
    }

    /** Takes no more, ends what has begun, and lets go. */
    @Override
    public void close() {
        maintenanceScheduler.close();
        many.ifPresent(ManyWorkspaces::close);
        shutdownMiddleware.begin();
        transport.stopIntake();
        pause.end();
        closeTogether(bulkhead, commands);
        notices.close();
        calls.close();
        transport.close();
        port.ifPresent(HttpPort::close);
        app.stop();
        try {
            slack.close();
        } catch (Exception unclosed) {
            LOG.warn("the client of Slack did not close", unclosed);
        }
        LOG.info("Slack adapter stopped");
    }
}
