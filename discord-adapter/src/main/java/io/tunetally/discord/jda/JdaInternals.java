package io.tunetally.discord.jda;

import com.neovisionaries.ws.client.WebSocket;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.interactions.command.CommandImpl;
import net.dv8tion.jda.internal.requests.Requester;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import net.dv8tion.jda.internal.utils.IOUtil;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;

/** Calls that JDA offers only inside: requests to a route, a command from its JSON, a shard's client and socket, an HTTP client. */
public final class JdaInternals {
    /** {@code application/json}, as JDA sends it. */
    public static final MediaType JSON = Requester.MEDIA_TYPE_JSON;

    private JdaInternals() {}

    /** Reads the value of a request from Discord's response. */
    @FunctionalInterface
    public interface ResponseReader<T> {
        T read(Response response);
    }

    /** A request without a body, whose response is not read. */
    public static RestAction<Void> request(JDA jda, Route.CompiledRoute route) {
        return new RestActionImpl<>(jda, route);
    }

    /** A request whose response is not read. */
    public static RestAction<Void> request(JDA jda, Route.CompiledRoute route, RequestBody body) {
        return new RestActionImpl<>(jda, route, body);
    }

    /** A request without a body. */
    public static <T> RestAction<T> request(JDA jda, Route.CompiledRoute route, ResponseReader<T> reader) {
        return new RestActionImpl<>(jda, route, (response, _) -> reader.read(response));
    }

    /** A request. */
    public static <T> RestAction<T> request(
            JDA jda, Route.CompiledRoute route, RequestBody body, ResponseReader<T> reader) {
        return new RestActionImpl<>(jda, route, body, (response, _) -> reader.read(response));
    }

    /** A command as Discord has it registered. */
    public static CommandData command(JDA jda, DataObject json) {
        return CommandData.fromCommand(new CommandImpl((JDAImpl) jda, null, json));
    }

    /** Whether JDA has made a shard's client, which handles its events. */
    public static boolean hasClient(JDA shard) {
        return ((JDAImpl) shard).getClient() != null;
    }

    /** The WebSocket of a shard's gateway connection. */
    public static WebSocket gatewaySocket(JDA shard) {
        return ((JDAImpl) shard).getClient().socket;
    }

    /** An HTTP client as JDA would make its own. */
    public static OkHttpClient.Builder httpClient() {
        return IOUtil.newHttpClientBuilder();
    }
}
