package io.tunetally.discord.install;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Requirement("discord-31b")
class UninstallHandlerTest {
    private static final int SOON_MILLIS = 20_000;

    private final Deletion deletion = mock(Deletion.class);
    private final MovableClock clock = new MovableClock();
    private final UninstallHandler uninstallHandler =
            new UninstallHandler(deletion, clock, List.of(Duration.ZERO, Duration.ofMillis(1)));

    @BeforeEach
    void makeTheStoreComeBackAfterTwoFailures() {
        when(deletion.ofSpace(eq(DiscordConversations.DISCORD), any(), any(Instant.class)))
                .thenThrow(new StorageException("away"))
                .thenThrow(new StorageException("still away"))
                .thenReturn(new Counts(Map.of()));
    }

    @Test
    void deletesOnceTheStoreIsBackWhatWasThereWhenTheServerWasLeft() {
        Instant leftAt = clock.instant();

        uninstallHandler.left("200");
        clock.pass(Duration.ofHours(1));

        verify(deletion, timeout(SOON_MILLIS).times(3)).ofSpace(DiscordConversations.DISCORD, "200", leftAt);
    }

    @Test
    void deletesOfTheServersThatAreStoredThoseThatWereLeft() {
        when(deletion.spaces(DiscordConversations.DISCORD)).thenReturn(Set.of("200", "201"));

        uninstallHandler.leftMeanwhile("201"::equals);

        verify(deletion, timeout(SOON_MILLIS).times(3)).ofSpace(DiscordConversations.DISCORD, "201", clock.instant());
        verify(deletion, never()).ofSpace(any(), eq("200"), any());
    }
}
