package io.tunetally.slack.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.tunetally.bot.CoolDown;
import io.tunetally.bot.Incident;
import io.tunetally.chat.UserId;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.http.HttpHandler;
import io.tunetally.slack.http.HttpPort;
import io.tunetally.slack.http.HttpReply;
import io.tunetally.slack.http.HttpRequest;
import io.tunetally.slack.message.FormFields;
import io.tunetally.storage.OAuthStates;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /slack/install} sends a person to Slack, {@code GET /slack/oauth_redirect} takes them back. The state that is
 * sent along is good once, for some minutes and in the browser that got it.
 */
public final class InstallPages {
    static final String INSTALL = "/slack/install";
    static final String REDIRECT = "/slack/oauth_redirect";
    private static final Logger LOG = LoggerFactory.getLogger(InstallPages.class);

    private final SlackSettings.Installation app;
    private final URI authorize;
    private final InstallState state;
    private final OAuthStates used;
    private final Duration goodFor;
    private final CoolDown coolDown;
    private final Installer installer;

    /**
     * The pages, not served yet.
     *
     * @param used the states that came back
     * @param goodFor how long after it was issued a state may come back
     * @param apiUrl base of the Web API; Slack's own page stands on the same host
     */
    InstallPages(
            SlackSettings.Installation app,
            URI apiUrl,
            OAuthStates used,
            Duration goodFor,
            Installer installer,
            Clock clock) {
        this.app = app;
        this.authorize = apiUrl.resolve("/oauth/v2/authorize");
        this.state = new InstallState(app.clientSecret().reveal(), clock, goodFor);
        this.goodFor = goodFor;
        this.used = used;
        this.coolDown = new CoolDown(clock);
        this.installer = installer;
    }

    public void serveOn(HttpPort port) {
        port.serve(INSTALL, page(this::install));
        port.serve(REDIRECT, page(this::redirected));
    }

    private interface Answering {
        InstallPage to(HttpRequest request);
    }

    private static HttpHandler page(Answering answering) {
        return request -> sent(answer(request, answering));
    }

    private static InstallPage answer(HttpRequest request, Answering answering) {
        if (!request.method().equals("GET")) {
            return InstallPage.onlyGet();
        }
        try {
            return answering.to(request);
        } catch (StorageException unusable) {
            LOG.error("an installation could not go on", unusable);
            return InstallPage.laterAgain();
        } catch (RuntimeException bug) {
            String incident = Incident.id();
            LOG.error("incident {} during an installation", incident, bug);
            return InstallPage.failed(incident);
        }
    }

    /** Shows the page without storing anything: link previews and crawlers request it, too. */
    private InstallPage install(HttpRequest request) {
        if (coolDown.act(new UserId(request.client().getHostAddress())) != CoolDown.Verdict.GO) {
            return InstallPage.tooMany().with("Retry-After", "10");
        }
        String issued = state.issue();
        String query = "?client_id=" + encoded(app.clientId()) + "&scope=" + encoded(String.join(",", app.scopes()))
                + "&user_scope=&state=" + encoded(issued);
        return InstallPage.toSlack(authorize + query).with("Set-Cookie", StateCookie.set(issued, goodFor));
    }

    private InstallPage redirected(HttpRequest request) {
        Map<String, String> query = FormFields.of(request.query());
        String returned = query.getOrDefault("state", "");
        if (!returned.isEmpty() && !StateCookie.isOf(returned, request.header("cookie"))) {
            return InstallPage.otherBrowser();
        }
        boolean good = state.isGood(returned) && used.use(SlackConversations.SLACK, returned);
        return ended(query, good).with("Set-Cookie", StateCookie.removed());
    }

    private InstallPage ended(Map<String, String> query, boolean good) {
        String error = query.getOrDefault("error", "");
        if (!error.isEmpty()) {
            return error.equals("access_denied") ? InstallPage.cancelled() : InstallPage.refused(error);
        }
        if (!good) {
            return InstallPage.stateUnknown();
        }
        String code = query.getOrDefault("code", "");
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

    private static HttpReply sent(InstallPage page) {
        return new HttpReply(page.status(), page.headers(), page.html());
    }
}
