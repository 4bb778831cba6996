package io.tunetally.conversation;

import io.tunetally.catalog.team.TeamTerms;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import java.util.List;
import java.util.Set;

/**
 * What a team assumes. Fills slots that were neither given nor remembered: first from the team's defaults, then from the guide's reference
 * job. Every filled slot carries its origin, so that an answer can show it as assumed.
 *
 * @param team the team's own defaults, with origin team
 * @param reference the guide's reference job, with origin default
 * @param terms the team's own prices, discounts and customer relations
 * @param currencies the codes of the currencies that the team's answers show beside US dollars
 */
public record Defaults(Slots team, Slots reference, TeamTerms terms, Set<String> currencies) {
    private static final List<SlotName<?>> EXAMPLES =
            List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.EPOCHS);
    private static final List<SlotName<?>> DATASET = List.of(SlotName.EPOCHS);
    private static final List<SlotName<?>> TRAFFIC =
            List.of(SlotName.REQUESTS_PER_DAY, SlotName.INPUT_TOKENS, SlotName.OUTPUT_TOKENS, SlotName.MONTHS);

    /** Creates the defaults of a team without terms of its own. */
    public Defaults(Slots team, Slots reference) {
        this(team, reference, TeamTerms.NONE, Set.of());
    }

    /** Returns the guide's reference job. */
    public static Slots reference(
            long examples,
            long tokensPerExample,
            long epochs,
            java.math.BigDecimal requestsPerDay,
            long inputTokens,
            long outputTokens,
            long months) {
        return Slots.NONE
                .with(SlotName.EXAMPLES, assumed(examples))
                .with(SlotName.TOKENS_PER_EXAMPLE, assumed(tokensPerExample))
                .with(SlotName.EPOCHS, assumed(epochs))
                .with(SlotName.REQUESTS_PER_DAY, assumed(requestsPerDay))
                .with(SlotName.INPUT_TOKENS, assumed(inputTokens))
                .with(SlotName.OUTPUT_TOKENS, assumed(outputTokens))
                .with(SlotName.MONTHS, assumed(months));
    }

    /** Returns the request's slots with everything filled in that an answer needs. */
    public Slots fill(Request request) {
        Slots filled = request.slots();
        for (SlotName<?> name : dataSlots(request.subject().intent(), filled)) {
            filled = fill(filled, name);
        }
        filled = fillAnswer(filled);
        return fillTeamChoices(request.asksAboutRunning() ? fillTraffic(filled) : filled);
    }

    /** A teacher's answer is as long as that of the usual request, and never longer than its example. */
    private Slots fillAnswer(Slots slots) {
        Slot<Long> answer = fill(Slots.NONE, SlotName.OUTPUT_TOKENS).get(SlotName.OUTPUT_TOKENS);
        Long example = slots.value(SlotName.TOKENS_PER_EXAMPLE);
        if (answer == null || example == null || !slots.has(SlotName.TEACHER) || slots.has(SlotName.ANSWER_TOKENS)) {
            return slots;
        }
        return slots.with(SlotName.ANSWER_TOKENS, Slot.of(Math.min(answer.value(), example), answer.origin()));
    }

    /** Returns filled slots with the usual traffic. */
    public Slots fillTraffic(Slots slots) {
        Slots filled = slots;
        for (SlotName<?> name : TRAFFIC) {
            filled = fill(filled, name);
        }
        return filled;
    }

    private static List<SlotName<?>> dataSlots(Intent intent, Slots slots) {
        if (intent == Intent.MODELS) {
            return List.of();
        }
        if (slots.has(SlotName.BILLED_TOKENS)) {
            return List.of();
        }
        return slots.has(SlotName.TOTAL_TOKENS) ? DATASET : EXAMPLES;
    }

    /** A team may also have a default model, method, provider or edition; the guide has none. */
    private Slots fillTeamChoices(Slots slots) {
        Slots filled = slots;
        for (SlotName<?> name : team.names()) {
            if (name.is(SlotTrait.TEAM_CHOICE)) {
                filled = fill(filled, name);
            }
        }
        return filled;
    }

    private <T> Slots fill(Slots slots, SlotName<T> name) {
        if (slots.has(name)
                || (name == SlotName.MONTHS && (slots.has(SlotName.DAYS) || slots.has(SlotName.HOSTING_HOURS)))) {
            return slots;
        }
        Slot<T> fromTeam = team.get(name);
        Slot<T> fallback = fromTeam == null ? reference.get(name) : fromTeam;
        return fallback == null ? slots : slots.with(name, fallback);
    }

    private static <T> Slot<T> assumed(T value) {
        return Slot.of(value, Origin.DEFAULT);
    }
}
