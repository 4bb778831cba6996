package io.tunetally.discord.send;

import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.DiscordMessage.Form;
import io.tunetally.discord.message.Drawing;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a message that may be sent to a place.
 *
 * @param forms the forms to try, the richest first; none where nothing may be written
 * @param files whether files may go along
 */
public record Allowed(List<Form> forms, boolean files) {
    private static final List<Form> EVERY_FORM = List.of(Form.values());
    private static final List<Form> TEXT_ALONE = List.of(Form.TEXT);
    private static final Allowed NOTHING = new Allowed(List.of(), false);

    public Allowed {
        if (!files || !Drawing.works()) {
            forms = forms.stream().filter(form -> form != Form.PICTURES).toList();
        }
    }

    /** The forms for a post in a channel. */
    public static Allowed in(MessageChannel channel) {
        if (!(channel instanceof GuildMessageChannel guildChannel)) {
            return new Allowed(EVERY_FORM, true);
        }
        return guildChannel.canTalk() ? in(guildChannel.getGuild(), channel) : NOTHING;
    }

    /** The forms for an answer to an interaction, which is allowed even where posts are not. */
    public static Allowed in(Interaction interaction) {
        return in(interaction.getGuild(), interaction.getChannel());
    }

    /** The forms by the bot's permissions, which are unknown in a server it is not a member of. */
    private static Allowed in(@Nullable Guild guild, @Nullable Channel channel) {
        if (guild == null || guild.isDetached() || !(channel instanceof GuildChannel guildChannel)) {
            return new Allowed(EVERY_FORM, true);
        }
        return new Allowed(
                may(guildChannel, Permission.MESSAGE_EMBED_LINKS) ? EVERY_FORM : TEXT_ALONE,
                may(guildChannel, Permission.MESSAGE_ATTACH_FILES));
    }

    static boolean may(GuildChannel channel, Permission permission) {
        return channel.getGuild().getSelfMember().hasPermission(channel, permission);
    }

    /** The forms that can replace a message: it cannot lose the flag of the second version, nor gain it unseen. */
    public Allowed replacing(Form sent) {
        List<Form> same = forms.stream().filter(form -> form.isLike(sent)).toList();
        Form plainest = sent.isComponents() ? Form.COMPONENTS : Form.TEXT;
        return new Allowed(same.isEmpty() ? List.of(plainest) : same, files);
    }

    /** The same with these forms and without files. */
    public Allowed withoutFiles(List<Form> left) {
        return new Allowed(left, false);
    }

    public DiscordMessage fitting(DiscordMessage message) {
        return files ? message : message.withoutFiles();
    }
}
