package io.tunetally.discord.transport;

import io.tunetally.discord.api.DiscordSetting;
import io.tunetally.settings.SettingsException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;

/** Listens for shards that Discord ends for good: JDA does not connect them again, and the process has nothing to do any more. */
final class LostShards extends ListenerAdapter {
    private static final String TOKEN = DiscordSetting.TOKEN + ": Discord does not take this token. It is "
            + DiscordSetting.TOKEN.what() + ": " + DiscordSetting.TOKEN.where();

    private final CompletableFuture<Exception> why = new CompletableFuture<>();
    private final Semaphore changes = new Semaphore(0);
    private volatile boolean stopping;

    static SettingsException tokenRefused() {
        return new SettingsException(List.of(TOKEN));
    }

    /** A future of the first reason why this process cannot go on. */
    CompletableFuture<Exception> why() {
        return why;
    }

    /** Marks the stop of the process: from now on shards end on purpose. */
    void stop() {
        stopping = true;
    }

    /** Waits for something to happen to a shard, or a moment. */
    void await(long millis) throws InterruptedException {
        if (changes.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            changes.drainPermits();
        }
    }

    @Override
    public void onStatusChange(StatusChangeEvent event) {
        changes.release();
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        if (!stopping) {
            why.complete(reason(event));
        }
    }

    private static Exception reason(ShutdownEvent event) {
        int shard = event.getJDA().getShardInfo().getShardId();
        CloseCode code = event.getCloseCode();
        return switch (code) {
            case AUTHENTICATION_FAILED -> tokenRefused();
            case INVALID_SHARD, SHARDING_REQUIRED ->
                new SettingsException(List.of(DiscordSetting.SHARDS + ": Discord does not take shard " + shard + " of "
                        + event.getJDA().getShardInfo().getShardTotal() + ". It is " + DiscordSetting.SHARDS.what()
                        + ": " + DiscordSetting.SHARDS.where()));
            case INVALID_INTENTS, DISALLOWED_INTENTS ->
                new SettingsException(List.of(DiscordSetting.TOKEN
                        + ": Discord does not let this application read mentions and direct messages (close code "
                        + event.getCode() + "): https://discord.com/developers/applications"));
            case null, default ->
                new IllegalStateException("shard " + shard + " was ended, close code " + event.getCode());
        };
    }
}
