package io.tunetally.discord.transport;

import com.neovisionaries.ws.client.WebSocket;
import com.neovisionaries.ws.client.WebSocketAdapter;
import com.neovisionaries.ws.client.WebSocketFrame;
import io.tunetally.discord.api.DiscordRefusals;
import io.tunetally.discord.api.DiscordSettings;
import io.tunetally.discord.api.Shards;
import io.tunetally.discord.event.RequestThreads;
import io.tunetally.discord.install.Invitation;
import io.tunetally.discord.jda.JdaInternals;
import io.tunetally.discord.jda.LeanServers;
import io.tunetally.discord.send.DirectExecutor;
import io.tunetally.runtime.PromptSocketFactory;
import io.tunetally.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.MiscUtil;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shards of this process. They keep no members and ask for no privileged intent. */
public final class GatewayConnection implements AutoCloseable, GatewayHealthCheck.Probes {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayConnection.class);

    /** The first pause while Discord cannot be reached at the start; pauses double up to about the longest. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(32);

    /** The time for closing all shards together. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    /** The interval of a poll: JDA sends no event when a shard is built. */
    private static final long LOOK_AGAIN_MILLIS = 100;

    /** The longest pause between two reconnects; JDA's default is a quarter of an hour. */
    private static final int LONGEST_DELAY_SECONDS = 32;

    /** Discord's errors for a server the bot is not in. */
    private static final Set<ErrorResponse> NO_MEMBER =
            Set.of(ErrorResponse.UNKNOWN_GUILD, ErrorResponse.MISSING_ACCESS);

    private static final Duration GATEWAY_ANSWERS_WITHIN = Duration.ofSeconds(1);
    private static final Duration API_ANSWERS_WITHIN = Duration.ofSeconds(2);

    /** The most concurrent requests of callers without a thread to wait on; those of a channel follow each other. */
    private static final int REQUESTS = 32;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONNECTIONS = REQUESTS + RequestThreads.SENDING_HERE;

    /** The time for which an unused connection is kept. */
    private static final int IDLE_SECONDS = 10;

    private final ShardManager shards;
    private final LostShards lost = new LostShards();
    private final AwaitedServers awaited = new AwaitedServers();

    private final RequestThreads requests = new RequestThreads(REQUESTS);

    /**
     * Connects, as often as it takes until Discord can be reached. JDA cannot be interrupted meanwhile, this can: what is begun
     * then goes on for a moment and ends.
     *
     * @param limited run for each request that Discord answers with 429
     * @throws SettingsException where Discord does not take the token
     */
    public static GatewayConnection to(DiscordSettings settings, Runnable limited, EventListener... listeners)
            throws Exception {
        return to(settings, limited, FIRST_PAUSE, listeners);
    }

    /** The same with another first pause. */
    public static GatewayConnection to(
            DiscordSettings settings, Runnable limited, Duration firstPause, EventListener... listeners)
            throws Exception {
        Duration pause = firstPause;
        while (true) {
            Duration wait = pause;
            try {
                return once(settings, limited, listeners);
            } catch (GatewayAdvice.NotNow refused) {
                wait = refused.atLeast().compareTo(pause) > 0 ? refused.atLeast() : pause;
                warn(wait, refused);
            } catch (Exception refused) {
                if (!isAway(refused)) {
                    throw refused;
                }
                warn(wait, refused);
            }
            Thread.sleep(wait);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static void warn(Duration wait, Exception why) {
        LOG.warn("Discord cannot be reached, trying again in {} s: {}", wait.toSeconds(), why.getMessage());
    }

    private static boolean isAway(Exception why) {
        return why instanceof IOException
                || (why instanceof ErrorResponseException refused && DiscordRefusals.isTheirs(refused));
    }

    private static GatewayConnection once(DiscordSettings settings, Runnable limited, EventListener... listeners)
            throws Exception {
        CompletableFuture<GatewayConnection> connection = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("connecting").start(() -> {
            try {
                OkHttpClient.Builder client = client(limited);
                GatewayAdvice advice = GatewayAdvice.ask(client.build(), settings);
                GatewayConnection made = new GatewayConnection(settings, client, advice, listeners);
                if (!connection.complete(made)) {
                    made.close();
                }
            } catch (IOException | RuntimeException | Error refused) {
                connection.completeExceptionally(refused);
            }
        });
        try {
            return connection.get();
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof Exception cause ? cause : refused;
        } catch (InterruptedException stop) {
            connection.cancel(false);
            throw stop;
        }
    }

    /** JDA tells of no 429, as it waits and sends again by itself. */
    private static OkHttpClient.Builder client(Runnable limited) {
        return JdaInternals.httpClient()
                .socketFactory(new PromptSocketFactory())
                .addInterceptor(new SentOnce())
                // JDA keeps five connections and opens others for each request beyond; over HTTP/2 one serves all.
                .connectionPool(new ConnectionPool(CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .addInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    if (response.code() == TOO_MANY_REQUESTS) {
                        limited.run();
                    }
                    return response;
                });
    }

    private GatewayConnection(
            DiscordSettings settings, OkHttpClient.Builder client, GatewayAdvice advice, EventListener... listeners) {
        // Otherwise JDA makes an exception with a stack trace for each request, in case it fails.
        RestAction.setPassContext(false);
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(
                        settings.token().reveal(), GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
                .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl().toString()))
                .setSessionController(new GatewaySessions(settings.gatewayUrl(), advice))
                .setMaxReconnectDelay(LONGEST_DELAY_SECONDS)
                .setEnableShutdownHook(false)
                // SendAttempt and Callback repeat requests that may be repeated; others could be seen twice.
                .setRequestTimeoutRetry(false)
                .setHttpClientBuilder(client)
                .setRateLimitScheduler(requests, false)
                .setRateLimitElastic(requests, false)
                // Callbacks are short: they end their work or hand it on.
                .setCallbackPool(new DirectExecutor(), false)
                // Of which servers a session has begun with, JDA tells in no other way.
                .setRawEventsEnabled(true)
                .addEventListeners((Object[]) listeners)
                .addEventListeners(lost, awaited, new LeanServers(Invitation.PERMISSIONS));
        switch (settings.shards()) {
            case Shards.Auto _ -> builder.setShardsTotal(advice.shards());
            case Shards.Total all -> builder.setShardsTotal(all.total());
            case Shards.Part part -> builder.setShardsTotal(part.total()).setShards(part.first(), part.last());
        }
        try {
            shards = builder.build();
        } catch (RuntimeException refused) {
            requests.shutdown();
            throw refused;
        }
    }

    /**
     * Waits until every shard takes events.
     *
     * @throws SettingsException where Discord ends one for good
     */
    public void awaitReady() throws Exception {
        while (!isConnected()) {
            if (lost.why().isDone()) {
                throw lost.why().get();
            }
            lost.await(LOOK_AGAIN_MILLIS);
        }
    }

    /** Runs now and whenever a session was lost for good: of what happened between two, Discord does not tell. */
    public void onEachNewSession(Runnable task) {
        shards.addEventListener(new ListenerAdapter() {
            @Override
            public void onSessionRecreate(SessionRecreateEvent event) {
                task.run();
            }
        });
        task.run();
    }

    /** A future that completes if Discord ends a shard for good. */
    public CompletableFuture<Exception> failure() {
        return lost.why();
    }

    /** Whether every shard takes events now; JDA builds one after the other. A server in an outage keeps none from it. */
    @Override
    public boolean isConnected() {
        return shards.getShardsQueued() == 0
                && connected() > 0
                && connected() == shards.getShards().size();
    }

    /** How many shards take events now. */
    public long connected() {
        return shards.getShards().stream().filter(this::takesEvents).count();
    }

    private boolean takesEvents(JDA shard) {
        return switch (shard.getStatus()) {
            case CONNECTED -> true;
            case LOADING_SUBSYSTEMS -> awaited.areInAnOutage(shard);
            default -> false;
        };
    }

    /** How many servers of this process Discord has named and not sent: those in an outage. */
    public int awaitedServers() {
        return awaited.count();
    }

    /**
     * Whether a server that a shard of this process would serve is none of its servers any more. Discord itself is asked where
     * its gateway has not named the server.
     */
    public boolean hasLeft(String guildId) {
        JDA shard = shards.getShardById(MiscUtil.getShardForGuild(guildId, shards.getShardsTotal()));
        if (shard == null || shard.getGuildById(guildId) != null || awaited.has(guildId)) {
            return false;
        }
        try {
            JdaInternals.request(shard, Route.Guilds.GET_GUILD.compile(guildId)).complete();
            return false;
        } catch (ErrorResponseException refused) {
            return NO_MEMBER.contains(refused.getErrorResponse());
        }
    }

    /** Sends a ping of the WebSocket protocol, which the other end must answer. */
    @Override
    public boolean isGatewayThere() throws InterruptedException {
        WebSocket socket = JdaInternals.gatewaySocket(shards.getShards().getFirst());
        CompletableFuture<Void> answer = new CompletableFuture<>();
        WebSocketAdapter listener = new WebSocketAdapter() {
            @Override
            public void onPongFrame(WebSocket from, WebSocketFrame pong) {
                answer.complete(null);
            }
        };
        socket.addListener(listener);
        try {
            socket.sendPing();
            return isCompleted(answer, GATEWAY_ANSWERS_WITHIN);
        } finally {
            socket.removeListener(listener);
        }
    }

    /** Sends a request: any answer will do. */
    @Override
    public boolean isApiThere() throws InterruptedException {
        return isCompleted(
                JdaInternals.request(shards.getShards().getFirst(), Route.Misc.GATEWAY.compile())
                        .submit(),
                API_ANSWERS_WITHIN);
    }

    private static boolean isCompleted(CompletableFuture<Void> answer, Duration within) throws InterruptedException {
        try {
            answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException silent) {
            answer.cancel(true);
            return false;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof ErrorResponseException response
                    && response.getResponse().getException() == null;
        }
    }

    /** How long heartbeats take, the slowest shard's; not a number before the first was answered. */
    public double pingSeconds() {
        return shards.getShards().stream().mapToLong(JDA::getGatewayPing).filter(millis -> millis >= 0).max().stream()
                .mapToDouble(millis -> millis / 1e3)
                .findFirst()
                .orElse(Double.NaN);
    }

    public ShardManager shards() {
        return shards;
    }

    /** Ends the sessions, after queued requests were sent and answered. */
    @Override
    public void close() {
        lost.stop();
        List<JDA> all = shards.getShards();
        shards.shutdown();
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        try {
            for (JDA shard : all) {
                // JDA waits for ever where it is to wait for no time at all.
                long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
                if (!shard.awaitShutdown(left, TimeUnit.MILLISECONDS)) {
                    shard.shutdownNow();
                }
            }
            requests.shutdown();
            // JDA waits for the requests that have not begun, but not for the response to one that has.
            if (!requests.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.info("Discord has not answered every request before the end of the process");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            requests.shutdown();
        }
    }
}
