package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.Incoming;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A thousand servers: the bot keeps itself as their only member, and next to nothing of each. */
@Requirement("discord-30")
@Isolated("it looks at the memory of the process")
class ManyServersTest {
    @TempDir
    private Path folder;

    @Test
    void keepsLittleOfAThousandServers() throws Exception {
        List<ObjectNode> guilds = IntStream.range(0, 1_000)
                .mapToObj(n -> peopled(Incoming.guild(String.valueOf(20_000 + 10 * n), Incoming.USUAL_PERMISSIONS)))
                .toList();
        try (FakeDiscord discord = new FakeDiscord(_ -> guilds)) {
            long before = usedMebibytes();
            try (RunningDiscord running = new RunningDiscord(discord, folder)) {
                assertThat(running.app().isConnected()).isTrue();
                assertThat(running.app().guilds()).isEqualTo(1_000);
                assertThat(running.app().members()).isEqualTo(1_000);
                assertThat(usedMebibytes() - before).isLessThan(40);
            }
        }
    }

    /** With its owner among its members, whom JDA would keep if it was let. */
    private static ObjectNode peopled(ObjectNode guild) {
        ObjectNode member = guild.withArray("members").addObject();
        member.set("user", Incoming.ada());
        member.putArray("roles");
        return guild;
    }

    private static long usedMebibytes() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
