package io.tunetally.slack.install;

import io.tunetally.slack.RunningSlack;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Installs the app in workspaces as people do. */
public final class InstallationFixture {
    private InstallationFixture() {}

    /** Installs the app with a code of Slack. */
    public static HttpResponse<String> install(RunningSlack running, String code) throws Exception {
        return redirected(running, "code=" + code + "&state=" + state(running));
    }

    /** Allows the app in the workspace T1; returns Slack's code. */
    static String allow(RunningSlack running) {
        return running.slack().grants().allow("", "T1", "U7");
    }

    /** Comes back from Slack in the browser that began. */
    static HttpResponse<String> redirected(RunningSlack running, String query) throws Exception {
        return running.redirected(query);
    }

    /** Begins an installation; returns its state. */
    static String state(RunningSlack running) throws Exception {
        String location =
                running.get("/slack/install").headers().firstValue("Location").orElseThrow();
        return query(URI.create(location)).getOrDefault("state", "");
    }

    static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
