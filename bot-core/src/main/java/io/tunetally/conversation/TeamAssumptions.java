package io.tunetally.conversation;

import io.tunetally.catalog.team.TeamTerms;
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
import java.util.Set;

/** Returns a channel's own defaults, then its team's, then the global ones. Reading them takes at most half a second. */
public final class TeamAssumptions implements Assumptions {
    /** Together with a second for the memory, an answer arrives within two seconds even if the store hangs. */
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final TeamDefaults stored;
    private final TeamRules rules;
    private final Interpreter interpreter;
    private final Slots reference;
    private final StoreCalls calls;

    public TeamAssumptions(
            TeamDefaults stored, TeamRules rules, Interpreter interpreter, Slots reference, StoreCalls calls) {
        this.stored = stored;
        this.rules = rules;
        this.interpreter = interpreter;
        this.reference = reference;
        this.calls = calls;
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
        Found found = known ? find(scope, conversation) : calls.within(LIMIT, () -> find(scope, conversation));
        // Interpreted after the store's time, of which it would take a part on a busy machine.
        Slots own =
                slots(found.defaults().channel()).over(slots(found.defaults().team()));
        return new Defaults(own, reference, found.terms(), found.currencies());
    }

    /** What the store has for a conversation. */
    private record Found(TeamDefaults.Found defaults, TeamTerms terms, Set<String> currencies) {}

    private Found find(TeamDefaults.Scope scope, ConversationId conversation) {
        return new Found(stored.find(scope), rules.terms(conversation), rules.currencies(conversation));
    }

    private Slots slots(Optional<String> canonicalText) {
        Request request = canonicalText
                .map(text -> interpreter.read(text, Markup.PLAIN, true, null).request())
                .orElse(null);
        return request == null ? Slots.NONE : request.slots().from(Origin.TEAM);
    }
}
