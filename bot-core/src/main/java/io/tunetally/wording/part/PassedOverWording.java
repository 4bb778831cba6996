package io.tunetally.wording.part;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.LifecycleEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Lists what a new customer cannot start, grouped by reason. */
final class PassedOverWording {
    /** The maximum number of models named in one line. */
    private static final int NAMED = 4;

    private PassedOverWording() {}

    /** Returns one line: {@code Closed to new customers: GPT-4o, GPT-4o mini and 3 more.} */
    static String brief(List<Outcome.PassedOver> passedOver) {
        List<String> names = passedOver.stream()
                .map(one -> one.offer().model().name())
                .distinct()
                .toList();
        int more = names.size() - NAMED;
        return "Closed to new customers: " + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more." : ".");
    }

    static String of(List<Outcome.PassedOver> passedOver) {
        Map<LifecycleEvent, StringJoiner> byReason = new LinkedHashMap<>();
        for (Outcome.PassedOver one : passedOver) {
            byReason.computeIfAbsent(one.reason(), _ -> new StringJoiner(", "))
                    .add(one.offer().model().name());
        }
        StringJoiner sentences = new StringJoiner("; ", "Not for new customers: ", ".");
        byReason.forEach(
                (reason, models) -> sentences.add(models + " (" + reason.text() + ", since " + reason.date() + ")"));
        return sentences.toString();
    }
}
