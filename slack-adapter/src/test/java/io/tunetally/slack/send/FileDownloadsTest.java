package io.tunetally.slack.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.download.DownloadException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token of a workspace goes to the file server of its own Slack and to no other. */
class FileDownloadsTest {
    @ParameterizedTest
    @CsvSource({
        "https://slack.com/api/, https://files.slack.com/files-pri/T1-F1/download/a.jsonl",
        "https://slack-gov.com/api/, https://files.slack-gov.com/files-pri/T1-F1/download/a.jsonl",
        "http://127.0.0.1:8080/api/, http://127.0.0.1:8080/files/a.jsonl",
        "http://127.0.0.1:8080/api/, https://files.slack-gov.com/files-pri/T1-F1/a.jsonl"
    })
    void takesTheFileServerOfTheConfiguredSlack(String api, String address) throws Exception {
        assertThat(FileDownloads.hosts(URI.create(api)).check(address)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://slack.com/api/, https://files.slack-gov.com/files-pri/T1-F1/a.jsonl",
        "https://slack-gov.com/api/, https://files.slack.com/files-pri/T1-F1/a.jsonl",
        "https://slack-gov.com/api/, https://slack-gov.com/files-pri/T1-F1/a.jsonl",
        "https://slack-gov.com/api/, http://files.slack-gov.com/files-pri/T1-F1/a.jsonl",
        "https://slack-gov.com/api/, https://files.slack-gov.com.evil.org/a.jsonl",
        "https://slack-gov.com/api/, https://evil.files.slack-gov.com/a.jsonl",
        "https://slack-gov.com/api/, https://files.slack-gov.com@169.254.169.254/latest/meta-data",
        "https://slack-gov.com/api/, https://169.254.169.254/latest/meta-data",
        "https://slack.com.evil.org/api/, https://slack.com/files-pri/T1-F1/a.jsonl"
    })
    void refusesEveryOtherServer(String api, String address) {
        assertThatThrownBy(() -> FileDownloads.hosts(URI.create(api)).check(address))
                .isInstanceOf(DownloadException.class);
    }
}
