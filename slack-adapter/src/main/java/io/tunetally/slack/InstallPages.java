package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tunetally.bot.Incident;
import io.tunetally.settings.SlackSettings;
import io.tunetally.storage.OAuthStates;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /slack/install} sends a person to Slack, {@code GET /slack/oauth_redirect} takes them back. The state that is
 * sent along is good once, for some minutes and in the browser that got it.
 */
final class InstallPages {
    static final String INSTALL = "/slack/install";
    static final String REDIRECT = "/slack/oauth_redirect";
    /** States are good for ten minutes; an expired one is refused also where the cookie is still there. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(InstallPages.class);

    private final SlackSettings.Installation app;
    private final URI authorize;
    private final OAuthStates states;
    private final Installer installer;

    /**
     * The pages, not served yet.
     *
     * @param apiUrl base of the Web API; Slack's own page stands on the same host
     */
    InstallPages(SlackSettings.Installation app, URI apiUrl, OAuthStates states, Installer installer) {
        this.app = app;
        this.authorize = apiUrl.resolve("/oauth/v2/authorize");
        this.states = states;
        this.installer = installer;
    }

    void serveOn(HttpPort port) {
        port.serve(INSTALL, page(INSTALL, _ -> install()));
        port.serve(REDIRECT, page(REDIRECT, this::redirected));
    }

    /** A request for a page. */
    private record Visit(
            Map<String, String> query, @Nullable String cookies) {
        static Visit of(HttpExchange exchange) {
            return new Visit(
                    FormFields.of(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders().getFirst("Cookie"));
        }

        String given(String name) {
            return query.getOrDefault(name, "");
        }
    }

    private interface Answering {
        InstallPage to(Visit visit);
    }

    private static HttpHandler page(String path, Answering answering) {
        return exchange -> {
            try (exchange) {
                send(exchange, answer(exchange, path, answering));
            }
        };
    }

    private static InstallPage answer(HttpExchange exchange, String path, Answering answering) {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return InstallPage.notFound();
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return InstallPage.onlyGet();
        }
        try {
            return answering.to(Visit.of(exchange));
        } catch (StorageException unusable) {
            LOG.error("an installation could not go on", unusable);
            return InstallPage.laterAgain();
        } catch (RuntimeException bug) {
            String incident = Incident.id();
            LOG.error("incident {} during an installation", incident, bug);
            return InstallPage.failed(incident);
        }
    }

    private InstallPage install() {
        String state = states.issue(SlackConversations.SLACK);
        String query = "?client_id=" + encoded(app.clientId()) + "&scope=" + encoded(String.join(",", app.scopes()))
                + "&user_scope=&state=" + encoded(state);
        return InstallPage.toSlack(authorize + query).with("Set-Cookie", StateCookie.set(state, GOOD_FOR));
    }

    private InstallPage redirected(Visit visit) {
        String state = visit.given("state");
        if (!state.isEmpty() && !StateCookie.isOf(state, visit.cookies())) {
            return InstallPage.otherBrowser();
        }
        return ended(visit, states.consume(SlackConversations.SLACK, state)).with("Set-Cookie", StateCookie.removed());
    }

    private InstallPage ended(Visit visit, boolean known) {
        String error = visit.given("error");
        if (!error.isEmpty()) {
            return error.equals("access_denied") ? InstallPage.cancelled() : InstallPage.refused(error);
        }
        if (!known) {
            return InstallPage.stateUnknown();
        }
        String code = visit.given("code");
        return code.isEmpty() ? InstallPage.refused("no code") : installed(code);
    }

    private InstallPage installed(String code) {
        try {
            OAuthV2AccessResponse granted = installer.exchange(code);
            if (!granted.isOk()) {
                LOG.warn("Slack refused a code: {}", granted.getError());
                return InstallPage.refused(SlackConversations.orEmpty(granted.getError()));
            }
            installer.install(granted);
            return InstallPage.installed(granted);
        } catch (IOException unreachable) {
            LOG.error("Slack could not be reached during an installation", unreachable);
            return InstallPage.laterAgain();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static void send(HttpExchange exchange, InstallPage page) throws IOException {
        byte[] body = page.html().getBytes(UTF_8);
        page.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(page.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
