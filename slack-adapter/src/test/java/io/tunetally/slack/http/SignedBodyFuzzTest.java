package io.tunetally.slack.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.fake.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Properties of every body that Slack signed, tried on mutated ones over HTTP: 1,000 in each build, 100,000 in the nightly profile
 * ({@code mvn -P nightly -pl bot-core,slack-adapter verify}); {@code -Dfuzz=5000} tries as many.
 */
@Requirement("slack-31c")
class SignedBodyFuzzTest {
    private static final int TRIES = Integer.getInteger("fuzz", 1_000);
    private static final long SEED = Long.getLong("fuzz.seed", 17);
    private static final int GOOD_EVERY = 100;
    private static final int SHOWN = 600;

    @Test
    void answersAnyBodyAndLogsNothingOfIt() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (WrittenLog log = new WrittenLog();
                RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            running.slack().pace().expectBursts();
            Random seeds = new Random(SEED);
            int taken = 0;
            for (int n = 0; n < TRIES; n++) {
                long seed = seeds.nextLong();
                String body =
                        new MutatedBody(new Random(seed), n, running.slack().responseUrl()).text();
                int status = running.post(body).statusCode();
                taken += status == 200 ? 1 : 0;
                if (status != 200 && status / 100 != 4) {
                    wrong.add(status + " to " + seed + ": " + shown(body));
                }
                if (n % GOOD_EVERY == 0) {
                    answersAGoodCommand(running, n);
                }
            }
            answersAGoodCommand(running, TRIES);
            running.stop();

            assertThat(log.lines())
                    .filteredOn(line -> line.contains(MutatedBody.MARK))
                    .as("what is logged")
                    .isEmpty();
            assertThat(wrong).isEmpty();
            assertThat(taken).as("taken of %d", TRIES).isBetween(TRIES / 4, TRIES * 9 / 10);
            assertThat(log.lines())
                    .as("incidents")
                    .noneMatch(line -> line.contains("incident") && !line.contains("a form did not open"));
            // Only Slack names the trigger of a form, so a wrong one is no fault of ours.
            running.slack().faults().removeIf(fault -> fault.startsWith("a form was not opened"));
        }
    }

    /** A person of its own each time, so that none is asked to wait. */
    private static void answersAGoodCommand(RunningSlack running, int number) throws Exception {
        JsonObject command = Incoming.command(
                "/finetune",
                "cost gpt-4o 1k examples",
                "UGOOD" + number,
                running.slack().responseUrl());
        assertThat(running.command(command).get("text").getAsString()).contains("$37.50");
    }

    private static String shown(String body) {
        return body.substring(0, Math.min(SHOWN, body.length()));
    }
}
