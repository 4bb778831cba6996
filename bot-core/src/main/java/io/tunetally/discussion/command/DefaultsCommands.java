package io.tunetally.discussion.command;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the commands about the values that a team or channel assumes. */
final class DefaultsCommands {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final String ASKED = "cost ";

    private final TeamDefaults defaults;
    private final Interpreter interpreter;
    private final StoreCalls calls;

    DefaultsCommands(TeamDefaults defaults, Interpreter interpreter, StoreCalls calls) {
        this.defaults = defaults;
        this.interpreter = interpreter;
        this.calls = calls;
    }

    Response show(Context context) {
        TeamDefaults.Found found = calls.within(LIMIT, () -> defaults.find(channel(context)));
        List<Block.Fact> facts = new ArrayList<>();
        fact(facts, "This channel", found.channel());
        fact(facts, "The team", found.team());
        facts.add(Block.Fact.of(
                "Else",
                Span.plain("the reference job: " + values(context.defaults().reference()))));
        boolean own = facts.size() > 1;
        return Response.said(
                context.verb(),
                own ? "What this team assumes where you do not say it" : "This team has no defaults of its own",
                List.of(
                        new Block.Facts(facts),
                        Block.Text.of(
                                Span.plain("Change it with "),
                                Span.code("defaults set 800 tokens/example 4 epochs"),
                                Span.plain(", for this channel alone with "),
                                Span.code("... for this channel"),
                                Span.plain("."))));
    }

    private void fact(List<Block.Fact> facts, String name, Optional<String> canonical) {
        canonical
                .map(text -> values(slots(text)))
                .ifPresent(values -> facts.add(Block.Fact.of(name, Span.plain(values))));
    }

    private Slots slots(String canonical) {
        return interpreter.read(canonical, Markup.PLAIN, true, null).slots();
    }

    private static String values(Slots slots) {
        return slots.names().stream().map(name -> Words.value(slots, name)).collect(Collectors.joining(" · "));
    }

    /** The rest is a job in words; it is laid over what was set before. */
    Response set(Context context) {
        String said = context.command().value("rest");
        Interpretation read = interpreter.read(ASKED + said, Markup.PLAIN, true, null);
        Slots slots = read.slots();
        if (slots.isEmpty() || !read.problems().isEmpty()) {
            return Response.refused(
                    context.verb(),
                    "\"" + said
                            + "\" is not all values of a job; say for example defaults set 800 tokens/example 4 epochs");
        }
        Optional<SlotName<?>> unusable = slots.names().stream()
                .filter(name -> name.is(SlotTrait.ONCE) || name.equals(SlotName.BUDGET_USD))
                .findFirst();
        if (unusable.isPresent()) {
            return Response.refused(context.verb(), Words.value(slots, unusable.get()) + " cannot be a default");
        }
        TeamDefaults.Scope scope = scope(context);
        String merged = calls.within(LIMIT, () -> {
            TeamDefaults.Found found = defaults.find(scope);
            Optional<String> before = scope.channel().isEmpty() ? found.team() : found.channel();
            Slots both = before.map(text -> slots.over(slots(text))).orElse(slots);
            String canonical = ASKED + CanonicalText.values(both.from(Origin.SAID));
            defaults.set(scope, canonical);
            return values(both);
        });
        return Response.said(
                context.verb(),
                (scope.channel().isEmpty() ? "The team assumes " : "This channel assumes ") + merged,
                List.of(
                        Block.Text.of(
                                Span.plain("Answers mark each as (team default), where a message does not say it.")),
                        new Block.Choices("", List.of(Action.of("Show defaults", "defaults")))));
    }

    Response reset(Context context) {
        TeamDefaults.Scope scope = scope(context);
        calls.run(LIMIT, () -> defaults.clear(scope));
        return Response.said(
                context.verb(),
                scope.channel().isEmpty()
                        ? "The team has no defaults any more"
                        : "This channel has no defaults any more",
                List.of(Block.Text.of(Span.plain("The reference job applies: "
                        + values(context.defaults().reference()) + "."))));
    }

    private static TeamDefaults.Scope scope(Context context) {
        TeamDefaults.Scope channel = channel(context);
        return context.command().has("here") ? channel : channel.team();
    }

    private static TeamDefaults.Scope channel(Context context) {
        ConversationId conversation = context.thread();
        return new TeamDefaults.Scope(conversation.platform(), conversation.space(), conversation.channel());
    }
}
