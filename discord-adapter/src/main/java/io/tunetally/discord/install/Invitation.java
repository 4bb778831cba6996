package io.tunetally.discord.install;

import net.dv8tion.jda.api.Permission;

/** The links by which a server or a person adds the application. */
public final class Invitation {
    /** The permissions that answers and replies need: none that could harm a server. */
    public static final long PERMISSIONS = Permission.getRaw(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY);

    private Invitation() {}

    public static String toServer(String applicationId) {
        return "https://discord.com/oauth2/authorize?client_id=" + applicationId
                + "&scope=bot+applications.commands&permissions=" + PERMISSIONS;
    }

    public static String toAccount(String applicationId) {
        return "https://discord.com/oauth2/authorize?client_id=" + applicationId
                + "&scope=applications.commands&integration_type=1";
    }
}
