package io.tunetally.wording.part;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.LifecycleEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Lists what a new customer cannot start, grouped by reason. */
final class PassedOverWording {
    private PassedOverWording() {}

    /** Returns one line: {@code Closed to new customers: OpenAI (all), Mistral 7B and 3 more.} */
    static String brief(Inquiry inquiry, List<Outcome.PassedOver> passedOver) {
        return "Closed to new customers: "
                + ClosedOffers.brief(
                        inquiry,
                        passedOver.stream().map(Outcome.PassedOver::offer).toList())
                + ".";
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
