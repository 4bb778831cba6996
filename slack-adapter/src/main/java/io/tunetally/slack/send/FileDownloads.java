package io.tunetally.slack.send;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.files.FilesInfoResponse;
import com.slack.api.model.File;
import io.tunetally.chat.FileRefusedException;
import io.tunetally.chat.SharedFile;
import io.tunetally.download.Download;
import io.tunetally.download.DownloadException;
import io.tunetally.download.TrustedHosts;
import io.tunetally.settings.FileSettings;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.Notices;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Reads files that people share, with the workspace's token, from Slack's own file server. */
public final class FileDownloads {
    /** The file server of each of Slack's APIs; the second is Slack's for the government of the United States. */
    private static final Map<String, String> SERVERS_BY_API =
            Map.of("slack.com", "files.slack.com", "slack-gov.com", "files.slack-gov.com");

    private static final int REDIRECT = 3;
    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);

    private final Slack slack;
    private final TrustedHosts hosts;
    private final Download.Limits limits;

    /**
     * Creates the downloads.
     *
     * @param apiUrl where Slack is
     */
    public FileDownloads(Slack slack, URI apiUrl, FileSettings settings) {
        this.slack = slack;
        this.hosts = hosts(apiUrl);
        this.limits = Download.Limits.of(settings.most(), settings.within());
    }

    /** Returns the servers that get the token of an API: its own; a stand-in for Slack has its files beside its API. */
    static TrustedHosts hosts(URI apiUrl) {
        String own = SERVERS_BY_API.get(apiUrl.getHost());
        return own == null
                ? TrustedHosts.of(Set.copyOf(SERVERS_BY_API.values())).and(apiUrl)
                : TrustedHosts.of(Set.of(own));
    }

    /**
     * Returns a file that a message names. In a channel shared with another organisation the message has only its id.
     *
     * @throws FileRefusedException if Slack does not give it, with a sentence for the person
     */
    public SharedFile of(String token, File named) throws IOException {
        File file = address(named).isEmpty() ? looked(token, named) : named;
        String name = SlackConversations.orEmpty(file.getName());
        long size = file.getSize() == null ? 0 : file.getSize();
        return new SharedFile(name, size, () -> open(token, name, address(file)));
    }

    private static String address(File file) {
        String download = SlackConversations.orEmpty(file.getUrlPrivateDownload());
        return download.isEmpty() ? SlackConversations.orEmpty(file.getUrlPrivate()) : download;
    }

    private File looked(String token, File named) throws IOException {
        try {
            FilesInfoResponse response = slack.methods(token).filesInfo(request -> request.file(named.getId()));
            if (response.isOk()) {
                return response.getFile();
            }
            throw refused(named, SlackConversations.orEmpty(response.getError()));
        } catch (SlackApiException failed) {
            throw refused(named, SlackConversations.orEmpty(failed.getMessage()));
        }
    }

    private static FileRefusedException refused(File named, String error) {
        String name = SlackConversations.orEmpty(named.getName()).isEmpty() ? "the file" : named.getName();
        return new FileRefusedException(
                error.equals("missing_scope") ? Notices.filesNotReadable(name) : Notices.fileGone(name));
    }

    private InputStream open(String token, String name, String address) throws IOException {
        URI uri = hosts.check(address);
        try {
            Download download = Download.begin(uri, Map.of("Authorization", "Bearer " + token), limits);
            if (download.mediaType().startsWith("text/html")) {
                // Without the scope Slack answers with its page to sign in.
                download.close();
                throw new FileRefusedException(Notices.filesNotReadable(name));
            }
            return download.body();
        } catch (DownloadException failed) {
            if (failed.status() / 100 == REDIRECT || NOT_ALLOWED.contains(failed.status())) {
                throw new FileRefusedException(Notices.filesNotReadable(name), failed);
            }
            throw failed;
        }
    }
}
