package io.tunetally.slack.http;

/** Answers the requests of one path. */
@FunctionalInterface
public interface HttpHandler {
    /** The reply to a request, on a virtual thread of its own. */
    HttpReply answer(HttpRequest request);
}
