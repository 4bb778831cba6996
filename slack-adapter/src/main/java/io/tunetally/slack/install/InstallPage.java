package io.tunetally.slack.install;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.Mrkdwn;
import io.tunetally.slack.message.Notices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;

/** A page of the installation: the result and the next step. It loads no resources and runs no script. */
public record InstallPage(int status, Map<String, String> headers, String html) {
    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");

    static InstallPage toSlack(String url) {
        return page(FOUND, "Add TuneTally to Slack", "Slack asks what TuneTally may do.", "Go on to Slack", url)
                .with("Location", url);
    }

    /** The same with one more header. */
    InstallPage with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new InstallPage(status, more, html);
    }

    public static InstallPage installed(OAuthV2AccessResponse granted) {
        boolean whole = granted.isEnterpriseInstall() || granted.getTeam() == null;
        String name =
                whole ? granted.getEnterprise().getName() : granted.getTeam().getName();
        String team = whole ? "" : "&team=" + encoded(granted.getTeam().getId());
        return page(
                OK,
                "TuneTally is installed",
                "It is ready in " + SlackConversations.orEmpty(name) + ": type " + Notices.COMMAND
                        + " help in any channel. You can close this page.",
                "Open Slack",
                "https://slack.com/app_redirect?app=" + encoded(granted.getAppId()) + team);
    }

    static InstallPage cancelled() {
        return again(OK, "Nothing was installed", "The installation was cancelled. You can start again at any time.");
    }

    static InstallPage stateUnknown() {
        return again(
                BAD_REQUEST,
                "This link is no longer good",
                "An installation must be finished within some minutes, and its link works once. Please start again.");
    }

    static InstallPage otherBrowser() {
        return again(
                BAD_REQUEST,
                "This installation was not begun here",
                "It must be finished in the browser that it was begun in, which must take cookies, and only the latest"
                        + " one counts. Please start again here.");
    }

    static InstallPage refused(String reason) {
        return again(
                BAD_REQUEST,
                "Slack did not finish the installation",
                "Its reason: " + reason + ". Please start again.");
    }

    static InstallPage laterAgain() {
        return again(
                UNAVAILABLE, "Not now", "Something that is needed cannot be reached. Please try again in a minute.");
    }

    static InstallPage tooMany() {
        return again(
                TOO_MANY_REQUESTS,
                "Too many at once",
                "Many installations were begun from your address within seconds. Please start again in ten seconds.");
    }

    static InstallPage failed(String incident) {
        return again(
                SERVER_ERROR,
                "Something broke on our side",
                "Please start again; if it happens again, report incident " + incident + ".");
    }

    static InstallPage onlyGet() {
        return again(METHOD_NOT_ALLOWED, "This is a page to look at", "Please open it in a browser.");
    }

    private static InstallPage again(int status, String title, String text) {
        return page(status, title, text, "Install TuneTally", InstallPages.INSTALL);
    }

    private static InstallPage page(int status, String title, String text, String link, String url) {
        return new InstallPage(status, HEADERS, html(title, text, link, url));
    }

    private static String html(String title, String text, String link, String url) {
        return """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title>
            <style>body { font: 1.1rem/1.5 sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1rem }</style></head>
            <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="%4$s">%3$s</a></p></main></body>
            </html>
            """.formatted(escaped(title), escaped(text), escaped(link), escaped(url));
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeHtml4(Mrkdwn.directed(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(SlackConversations.orEmpty(text), StandardCharsets.UTF_8);
    }
}
