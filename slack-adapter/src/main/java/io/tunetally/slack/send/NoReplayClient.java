package io.tunetally.slack.send;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import io.tunetally.runtime.PromptSocketFactory;
import io.tunetally.slack.api.NotProcessedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request at most once: after a broken connection OkHttp alone would write it again on the next one, and a post would
 * be seen twice. A request that a server has certainly not processed is sent again once; where that fails, too, or
 * nothing was written, it says so.
 *
 * <p>Over HTTP/2 a server says which requests it has not processed: it refuses their streams, or names the last stream before
 * it goes away, upon which OkHttp counts the later ones as refused. Over HTTP/1.1 a request that meets the end of an idle
 * connection looks like one that was processed, so each has a connection of its own.
 */
public final class NoReplayClient implements Interceptor {
    /** Servers, and proxies before them, close idle connections after half a minute or later. */
    private static final Duration KEPT_IDLE = Duration.ofSeconds(20);

    private static final int MOST_IDLE = 5;

    private static final Set<Protocol> MULTIPLEXED = Set.of(Protocol.HTTP_2, Protocol.H2_PRIOR_KNOWLEDGE);

    /** The SDK's client, which sends like this. */
    public static Slack client(SlackConfig config) {
        return client(config, SlackHttpClient.buildOkHttpClient(config));
    }

    /** The same with settings of another client. */
    static Slack client(SlackConfig config, OkHttpClient like) {
        SlackHttpClient http = new SlackHttpClient(like.newBuilder()
                .socketFactory(new PromptSocketFactory())
                .followRedirects(false)
                .connectionPool(new ConnectionPool(MOST_IDLE, KEPT_IDLE.toSeconds(), TimeUnit.SECONDS))
                .addInterceptor(new NoReplayClient())
                .addNetworkInterceptor(NoReplayClient::onItsOwnConnection)
                .build());
        return Slack.getInstance(config, http);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null) {
            return chain.proceed(request);
        }
        try {
            return once(chain, request, body);
        } catch (NotProcessedException refused) {
            if (!(refused.getCause() instanceof StreamResetException)) {
                throw refused;
            }
            return once(chain, request, body);
        }
    }

    private static Response once(Chain chain, Request request, RequestBody body) throws IOException {
        Once once = new Once(body);
        try {
            return chain.proceed(
                    request.newBuilder().method(request.method(), once).build());
        } catch (IOException failure) {
            throw once.begun && !isRefused(failure) ? failure : new NotProcessedException(failure);
        }
    }

    /** HTTP/2's word for a request that was not processed. */
    private static boolean isRefused(IOException failure) {
        return failure instanceof StreamResetException reset && reset.errorCode == ErrorCode.REFUSED_STREAM;
    }

    private static Response onItsOwnConnection(Chain chain) throws IOException {
        boolean saysWhatItProcessed = chain.connection() != null
                && MULTIPLEXED.contains(chain.connection().protocol());
        return chain.proceed(
                saysWhatItProcessed
                        ? chain.request()
                        : chain.request()
                                .newBuilder()
                                .header("Connection", "close")
                                .build());
    }

    private static final class Once extends RequestBody {
        private final RequestBody body;
        private volatile boolean begun;

        Once(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            begun = true;
            body.writeTo(sink);
        }
    }
}
