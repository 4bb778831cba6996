package io.tunetally.discord.send;

import io.tunetally.chat.SharedFile;
import io.tunetally.download.Download;
import io.tunetally.download.TrustedHosts;
import io.tunetally.settings.FileSettings;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;

/** Reads attachments from Discord's own file servers. Their addresses are signed, so the bot's token does not go along. */
public final class FileDownloads {
    private static final Set<String> SERVERS = Set.of("cdn.discordapp.com", "media.discordapp.net");
    private static final String DISCORDS_API = "discord.com";

    private final TrustedHosts hosts;
    private final Download.Limits limits;

    /**
     * Creates the downloads.
     *
     * @param apiUrl where Discord is
     */
    public FileDownloads(URI apiUrl, FileSettings settings) {
        this.hosts = TrustedHosts.of(SERVERS, DISCORDS_API, apiUrl);
        this.limits = Download.Limits.of(settings.most(), settings.within());
    }

    /** Returns an attachment, which is read when it is opened. */
    public SharedFile of(Message.Attachment attachment) {
        return new SharedFile(
                attachment.getFileName(),
                attachment.getSize(),
                () -> Download.begin(hosts.check(attachment.getUrl()), Map.of(), limits)
                        .body());
    }
}
