package io.tunetally.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tunetally.JavaProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EarlyCollectionTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    @Timeout(120)
    void collectsOnceTheOldSpaceHasGrownThoughTheHeapHasRoom() throws Exception {
        assertThat(collectionsOf("unwatched")).isZero();
        assertThat(collectionsOf("watched")).isPositive();
    }

    private static long collectionsOf(String how) throws IOException, InterruptedException {
        Process process = JavaProcess.of(
                        List.of("-Xmx512m", "-Xmn8m", "-XX:MaxTenuringThreshold=1"), ChurningProcess.class, how)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(printed.strip());
    }

    @Test
    void allowsGrowthOnlyWhereTheSpaceHasRoomForIt() {
        assertThat(EarlyCollection.threshold(45 * MEBIBYTE, 168 * MEBIBYTE)).isEqualTo(81 * MEBIBYTE);
        assertThat(EarlyCollection.threshold(140 * MEBIBYTE, 168 * MEBIBYTE)).isZero();
    }

    @Test
    void endsWithAnyCollector() {
        assertThatCode(() -> EarlyCollection.watch().close()).doesNotThrowAnyException();
    }
}
