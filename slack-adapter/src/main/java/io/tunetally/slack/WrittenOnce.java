package io.tunetally.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is sent once at most: where a connection ends, OkHttp alone would write it again on the next one, and what is
 * posted would be seen twice. Where nothing was written, it says so.
 */
final class WrittenOnce implements Interceptor {
    /** The SDK's client, which sends like this. */
    static Slack client(SlackConfig config) {
        SlackHttpClient http = new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .addInterceptor(new WrittenOnce())
                .build());
        return Slack.getInstance(config, http);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (request.body() == null) {
            return chain.proceed(request);
        }
        Once once = new Once(request.body());
        try {
            return chain.proceed(
                    request.newBuilder().method(request.method(), once).build());
        } catch (IOException failure) {
            throw once.begun ? failure : new NothingDone(failure);
        }
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
