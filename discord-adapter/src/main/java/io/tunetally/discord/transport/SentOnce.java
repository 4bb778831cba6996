package io.tunetally.discord.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from sending an answer to an interaction again by itself when a kept-alive connection breaks. It may have arrived:
 * Discord refuses a second callback and shows a second follow-up. Only {@link io.tunetally.discord.send.Callback} knows which may
 * be repeated, and what a refusal of the second one means.
 */
final class SentOnce implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        return chain.proceed(
                body != null && isAnswer(request)
                        ? request.newBuilder().post(new Once(body)).build()
                        : request);
    }

    private static boolean isAnswer(Request request) {
        String path = request.url().encodedPath();
        return request.method().equals("POST") && (path.contains("/interactions/") || path.contains("/webhooks/"));
    }

    private static final class Once extends RequestBody {
        private final RequestBody body;

        private Once(RequestBody body) {
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
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }
}
