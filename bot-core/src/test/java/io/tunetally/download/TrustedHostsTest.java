package io.tunetally.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address in a message reaches the platform's file servers and nothing else. */
class TrustedHostsTest {
    private static final TrustedHosts HOSTS = TrustedHosts.of(Set.of("files.example.com", "cdn.example.com"));

    @Test
    void trustsAStandInForThePlatformButNotItsApi() throws DownloadException {
        Set<String> names = Set.of("files.example.com");
        String standIn = "http://127.0.0.1:8080/a.jsonl";
        assertThat(TrustedHosts.of(names, "example.com", URI.create("http://127.0.0.1:8080/api/"))
                        .check(standIn))
                .isEqualTo(URI.create(standIn));
        TrustedHosts platform = TrustedHosts.of(names, "example.com", URI.create("https://example.com/api/"));
        assertThatThrownBy(() -> platform.check("https://example.com/a.jsonl")).isInstanceOf(DownloadException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.example.com/a/train.jsonl",
                "https://FILES.example.com/a?ex=1",
                "https://cdn.example.com:443/a",
            })
    void takesItsServers(String address) throws Exception {
        assertThat(HOSTS.check(address)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.example.com/a",
                "https://example.com/a",
                "https://a.files.example.com/a",
                "https://files.example.com.evil.org/a",
                "https://evil-files.example.com/a",
                "https://files.example.com@evil.org/a",
                "https://user:secret@files.example.com/a",
                "https://files.example.com:8443/a",
                "https://files.example.com:80/a",
                "https://127.0.0.1/a",
                "https://2130706433/a",
                "https://0x7f000001/a",
                "https://[::1]/a",
                "https://[::ffff:169.254.169.254]/a",
                "http://169.254.169.254/latest/meta-data",
                "https://localhost/a",
                "https://files.example.com./a",
                "https:files.example.com/a",
                "https:///a",
                "//files.example.com/a",
                "file:///etc/passwd",
                "jar:https://files.example.com/a.jar!/b",
                "ftp://files.example.com/a",
                "https://files.example.com\\@evil.org/a",
                "https://files.example.com /a",
                "https://evil.org#files.example.com/a",
                "https://fіles.example.com/a",
                "",
            })
    void refusesEverythingElse(String address) {
        refused(HOSTS, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8081/a",
                "https://127.0.0.1:8080/a",
                "http://127.0.0.2:8080/a",
                "http://user@127.0.0.1:8080/a",
                "http://127.0.0.1/a",
            })
    void takesAConfiguredServerByItsWholeOrigin(String other) throws Exception {
        TrustedHosts configured = HOSTS.and(URI.create("http://127.0.0.1:8080/api/"));
        assertThat(configured.check("http://127.0.0.1:8080/files/a")).hasPort(8080);
        refused(configured, other);
    }

    private static void refused(TrustedHosts hosts, String address) {
        assertThatThrownBy(() -> hosts.check(address))
                .isInstanceOfSatisfying(
                        DownloadException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(DownloadException.Kind.FOREIGN));
    }
}
