package io.tunetally.slack.event;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import io.tunetally.operations.Metrics;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests by type; types that this app never receives are counted together. */
final class RequestCounts {
    private final Map<RequestType, Metrics.Requests> counts = new EnumMap<>(RequestType.class);
    private final Metrics.Requests other;

    RequestCounts(Metrics metrics) {
        counts.put(RequestType.Command, metrics.requests("command"));
        counts.put(RequestType.Event, metrics.requests("event"));
        counts.put(RequestType.BlockAction, metrics.requests("button"));
        counts.put(RequestType.MessageShortcut, metrics.requests("message_shortcut"));
        counts.put(RequestType.GlobalShortcut, metrics.requests("global_shortcut"));
        counts.put(RequestType.ViewSubmission, metrics.requests("form"));
        other = metrics.requests("other");
    }

    Metrics.Requests of(Request<?> request) {
        return counts.getOrDefault(request.getRequestType(), other);
    }
}
