package io.tunetally.slack.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are signed and are nothing that Slack sends: a mark in them stands for what people wrote. */
@Requirement("slack-31b")
@Execution(ExecutionMode.CONCURRENT)
class OddBodiesTest {
    private static final String MARK = "zorkmark";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":{\"a\":\"zorkmark\"}}",
                "{\"type\":null,\"text\":\"zorkmark\"}",
                "{\"type\":[\"a\",\"zorkmark\"]}",
                "{\"type\":[],\"text\":\"zorkmark\"}",
                "{\"type\":5,\"text\":\"zorkmark\"}",
                "{\"type\":\"zorkmark\"}",
                "{\"text\":\"zorkmark\"}",
                "[\"zorkmark\"]",
                "\"zorkmark\"",
                "zorkmark",
                "text=zorkmark&x=1",
                "payload=zorkmark",
                "payload=%7B%22type%22%3A%7B%22zorkmark%22%3A1%7D%7D",
                "payload=%7B%22type%22%3A%22zorkmark%22%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%22zorkmark%22%7D",
                "payload=%7B%22type%22%3A%22view_submission%22%2C%22view%22%3A%22zorkmark%22%7D",
                "command=&text=zorkmark&team_id=T1&user_id=U1&channel_id=C1",
                "{\"type\":\"event_callback\",\"event\":\"zorkmark\"}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":{\"zorkmark\":1}}}",
                "{\"type\":\"event_callback\",\"event_time\":\"zorkmark\",\"event\":{\"type\":\"app_mention\"}}",
            })
    void areBadRequestsAndLoggedWithoutTheirText(String body) throws Exception {
        try (WrittenLog log = new WrittenLog();
                RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            HttpResponse<String> response = running.post(body);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).doesNotContain(MARK);
            assertThat(log.lines()).anyMatch(line -> line.contains("could not be read"));
            assertThat(log.lines()).noneMatch(line -> line.contains(MARK));
        }
    }

    /** Slack checks its own certificate so, and commands can be registered that nothing answers. */
    @ParameterizedTest
    @ValueSource(
            strings = {"ssl_check=1&token=zorkmark", "command=%2Fzork&text=zorkmark&team_id=T1&user_id=U1&channel_id=C1"
            })
    void areLoggedWithoutTheirTextWhereTheyAreAnswered(String body) throws Exception {
        try (WrittenLog log = new WrittenLog();
                RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            assertThat(running.post(body).statusCode()).isEqualTo(200);
            assertThat(log.lines()).noneMatch(line -> line.contains(MARK));
        }
    }

    @Test
    void areLoggedWithoutTheirTextWhereTheyComeAsEnvelopes() throws Exception {
        try (WrittenLog log = new WrittenLog();
                RunningSlack running = new RunningSlack(Mode.SOCKET, SlackGoldenTest.bot())) {
            for (String envelope : List.of(
                    "{\"type\":{\"zorkmark\":1},\"envelope_id\":\"e1\"}",
                    "{\"type\":\"zorkmark\",\"envelope_id\":\"e2\",\"payload\":{\"text\":\"zorkmark\"}}",
                    "{\"type\":\"events_api\",\"envelope_id\":\"e3\",\"payload\":{\"type\":{\"zorkmark\":1}}}",
                    "{\"type\":\"interactive\",\"envelope_id\":\"e4\",\"payload\":{\"type\":\"zorkmark\"}}",
                    "{\"type\":\"interactive\",\"envelope_id\":\"e5\",\"payload\":\"zorkmark\"}",
                    "zorkmark")) {
                running.slack().sockets().connections().getFirst().send(envelope);
            }
            JsonObject answer = running.command("cost gpt-4o 1k examples");
            running.stop();

            assertThat(answer.get("text").getAsString()).contains("$37.50");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("could not be read"))
                    .hasSizeGreaterThan(2);
            assertThat(log.lines()).noneMatch(line -> line.contains(MARK));
        }
    }
}
