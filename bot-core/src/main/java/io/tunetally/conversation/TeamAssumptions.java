package io.tunetally.conversation;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Markup;
import io.tunetally.discussion.TeamRules;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slots;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.Optional;

/** Returns a channel's own defaults, then its team's, then the global ones. Reading them takes at most half a second. */
public final class TeamAssumptions implements Assumptions {
    /** Together with a second for the memory, an answer arrives within two seconds even if the store hangs. */
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final TeamDefaults stored;
    private final TeamRules rules;
    private final Interpreter interpreter;
    private final Slots reference;
    private final StoreCalls calls = new StoreCalls();

    public TeamAssumptions(TeamDefaults stored, TeamRules rules, Interpreter interpreter, Slots reference) {
        this.stored = stored;
        this.rules = rules;
        this.interpreter = interpreter;
        this.reference = reference;
    }

    @Override
    public Slots reference() {
        return reference;
    }

    @Override
    public Defaults in(ConversationId conversation) {
        TeamDefaults.Scope scope =
                new TeamDefaults.Scope(conversation.platform(), conversation.space(), conversation.channel());
        boolean known = stored.known(scope).isPresent() && rules.isKnown(conversation);
        return known ? read(scope, conversation) : calls.within(LIMIT, () -> read(scope, conversation));
    }

    private Defaults read(TeamDefaults.Scope scope, ConversationId conversation) {
        TeamDefaults.Found found = stored.find(scope);
        Slots own = slots(found.channel()).over(slots(found.team()));
        return new Defaults(own, reference, rules.terms(conversation), rules.currencies(conversation));
    }

    private Slots slots(Optional<String> canonicalText) {
        Request request = canonicalText
                .map(text -> interpreter.read(text, Markup.PLAIN, true, null).request())
                .orElse(null);
        return request == null ? Slots.NONE : request.slots().from(Origin.TEAM);
    }
}
