package io.tunetally.storage.bounded;

import io.tunetally.storage.TeamDefaults;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a team's defaults within this process, for a session without a database. */
public final class ProcessDefaults implements TeamDefaults {
    private final Map<Scope, String> canonicalTexts = new ConcurrentHashMap<>();

    @Override
    public Found find(Scope scope) {
        Optional<String> ofChannel =
                scope.channel().isEmpty() ? Optional.empty() : Optional.ofNullable(canonicalTexts.get(scope));
        return new Found(Optional.ofNullable(canonicalTexts.get(scope.team())), ofChannel);
    }

    @Override
    public Optional<Found> known(Scope scope) {
        return Optional.of(find(scope));
    }

    @Override
    public void set(Scope scope, String canonicalText) {
        canonicalTexts.put(scope, canonicalText);
    }

    @Override
    public void clear(Scope scope) {
        canonicalTexts.remove(scope);
    }
}
