package io.tunetally.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThreadLanesTest {
    private static final ConversationId ONE = thread("1");
    private static final ConversationId OTHER = thread("2");

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    private static ConversationId thread(String ts) {
        return new ConversationId(new PlatformId("slack"), "T1", "C1", ts);
    }

    private void holdUp() {
        begun.countDown();
        try {
            open.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        done.add("first");
    }

    @Test
    void runsTheTasksOfAThreadInSequenceBesideThoseOfAnotherAndRefusesTooMany() throws Exception {
        try (ThreadLanes lanes = new ThreadLanes(2)) {
            assertThat(lanes.run(ONE, this::holdUp)).isTrue();
            begun.await();
            assertThat(lanes.run(ONE, () -> done.add("second"))).isTrue();
            assertThat(lanes.run(OTHER, () -> done.add("beside"))).isTrue();
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("beside");

            assertThat(lanes.run(ONE, () -> done.add("third"))).isTrue();
            assertThat(lanes.run(ONE, () -> done.add("refused"))).isFalse();
            open.countDown();

            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("second");
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("third");
        }
    }

    /** What a task uses may be closed next. */
    @Test
    void endsOnceNothingRunsAnyMore() throws Exception {
        ThreadLanes lanes = new ThreadLanes(2);
        Thread closing = Thread.ofPlatform().unstarted(lanes::close);
        assertThat(lanes.run(ONE, () -> {
                    holdUp();
                    while (closing.getState() == Thread.State.RUNNABLE) {
                        Thread.onSpinWait();
                    }
                    done.add(closing.isAlive() ? "before the end" : "after the end");
                }))
                .isTrue();
        begun.await();

        closing.start();
        closing.join();

        assertThat(done).containsExactly("first", "before the end");
        assertThat(lanes.run(ONE, () -> done.add("late"))).isFalse();
    }
}
