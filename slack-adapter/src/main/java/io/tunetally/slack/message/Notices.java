package io.tunetally.slack.message;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Cut;
import io.tunetally.slack.api.SlackLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The adapter's own notices, for when there is no answer of the bot to show. */
public final class Notices {
    public static final String COMMAND = "/finetune";

    /** The most blocks that a message gets here: a remark about it, and the reason for another place or another time. */
    static final int MOST_ADDED = 2;

    /** The most characters in them. */
    static final int ADDED_CHARACTERS = 700;

    /** The most characters of a user's name and of Slack's error; escaped, each can take five. */
    private static final int LONGEST_NAME = 80;

    private static final int LONGEST_ERROR = 40;

    private static final String TEXT_HAS_IT = "The message says the same.";

    private Notices() {}

    public static Map<String, Object> working() {
        return ephemeral("This takes a moment, the answer follows.");
    }

    public static Map<String, Object> busy() {
        return ephemeral("Too much at once just now. Please ask again in a minute.");
    }

    public static Map<String, Object> noText() {
        return ephemeral("That message has no text that I could estimate. Try `" + COMMAND + " help`.");
    }

    public static Map<String, Object> coolDown() {
        return ephemeral("That was a lot within a few seconds. Please wait ten seconds and ask again.");
    }

    public static Map<String, Object> restarting() {
        return ephemeral("I am being restarted. Please ask again in a moment.");
    }

    public static Map<String, Object> failed(String incident) {
        return ephemeral(
                "Something broke on our side. Ask again; if it happens again, report incident " + incident + ".");
    }

    public static Map<String, Object> unknownCommand(String command) {
        return ephemeral("I do not know " + Mrkdwn.escape(command) + ". Try `" + COMMAND + " help`.");
    }

    public static Map<String, Object> unknownAction() {
        return ephemeral("This is from an older version and does nothing any more. Try `" + COMMAND + " help`.");
    }

    public static Map<String, Object> noPicture() {
        return ephemeral("The picture could not be shown. The message says the same in figures.");
    }

    /**
     * The same for a channel.
     *
     * @param error why Slack does not take it there
     */
    public static Map<String, Object> noPicture(String error) {
        return isNotThere(error)
                ? ephemeral(
                        "I am not a member of this channel, so the picture could not be shown. `/invite` me, and I will"
                                + " post it. The message says the same in figures.")
                : noPicture();
    }

    private static boolean isNotThere(String error) {
        return error.equals("not_in_channel") || error.equals("channel_not_found");
    }

    public static Map<String, Object> notOpened() {
        return ephemeral("The form did not open in time. Please try again in a moment.");
    }

    public static Map<String, Object> adminsOnly() {
        return ephemeral(
                "Admins and owners of this workspace change its defaults, here on App Home. Please ask one of them.");
    }

    public static Map<String, Object> adminsUnknown() {
        return ephemeral(
                "Slack does not say just now whether you are an admin, so nothing was changed. Please try again in a"
                        + " minute.");
    }

    public static Map<String, Object> adminsNotTold() {
        return ephemeral(
                "Admins change the defaults here, and Slack does not tell me who they are: my installation lacks the"
                        + " scope `users:read`. The app's manager can install it again with that scope, or let"
                        + " everyone change them (SLACK_DEFAULTS_BY=everyone).");
    }

    public static Map<String, Object> alreadyPosted() {
        return ephemeral("That was posted already, under the message.");
    }

    public static Map<String, Object> notShared() {
        return ephemeral("The answer could not be shared just now. Please press the button again in a minute.");
    }

    public static Map<String, Object> perhapsShared() {
        return ephemeral(
                "Slack did not say whether the answer was shared. If it is not there in a minute, press the button"
                        + " again.");
    }

    /** The picture may be there: Slack did not deny it. */
    public static Map<String, Object> perhapsPicture() {
        return ephemeral("Slack did not say whether the picture was posted. The message says the same in figures.");
    }

    /** The message above a file in direct messages. */
    public static SlackMessage file(String name) {
        return SlackMessage.ofText("The file that you asked for: `" + Mrkdwn.escape(name) + "`");
    }

    public static Map<String, Object> directFile() {
        return ephemeral("The file is in your direct messages with me.");
    }

    public static Map<String, Object> noFile() {
        return ephemeral("The file could not be sent. " + TEXT_HAS_IT);
    }

    public static Map<String, Object> filesNotAllowed() {
        return ephemeral(
                "I am not allowed to send files: my installation lacks the scope `files:write`. The app's manager can"
                        + " install it again with that scope. " + TEXT_HAS_IT);
    }

    /** The file may be there: Slack did not deny it. */
    public static Map<String, Object> perhapsFile() {
        return ephemeral("Slack did not say whether the file was posted. " + TEXT_HAS_IT);
    }

    /** An answer of which Slack did not say whether it was posted, for the asker. */
    public static SlackMessage perhapsThere(SlackMessage answer) {
        return saying(answer, "Slack did not say whether this answer was posted, so here it is for you.");
    }

    /** A picture that only the asker sees; in words for those who cannot see it. */
    public static Map<String, Object> picture(String fileId, ChartSpec spec) {
        Map<String, Object> message = new LinkedHashMap<>(ephemeral(Mrkdwn.escape(spec.inWords())));
        message.put(
                "blocks",
                List.of(ImageBlock.builder()
                        .slackFile(SlackFileObject.builder().id(fileId).build())
                        .altText(Cut.to(spec.inWords(), SlackLimits.ALT_TEXT))
                        .build()));
        return message;
    }

    public static Map<String, Object> notInstalled() {
        return ephemeral(
                "TuneTally is not installed in this workspace any more. A person who manages its apps can install it"
                        + " again.");
    }

    private static Map<String, Object> ephemeral(String text) {
        return Map.of("response_type", "ephemeral", "replace_original", false, "text", text);
    }

    /** A notice where a form was. */
    public static Map<String, Object> insteadOfForm(Map<String, Object> notice) {
        View view = View.builder()
                .type("modal")
                .title(ViewTitle.builder().type("plain_text").text("TuneTally").build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(List.of(BlockBudget.section(String.valueOf(notice.get("text")))))
                .build();
        return Map.of("response_action", "update", "view", view);
    }

    /** A notice in a form, which stays as it is. */
    public static Map<String, Object> atField(String field, Map<String, Object> notice) {
        return Map.of("response_action", "errors", "errors", Map.of(field, String.valueOf(notice.get("text"))));
    }

    /** An answer to a message with a file, of which only the text was read because reading is not enabled. */
    public static SlackMessage filesNotEnabled(SlackMessage answer) {
        return saying(
                answer,
                "I read only the text beside the file. To have training files measured, the operator sets SLACK_FILES=on"
                        + " and adds the scope `files:read` to the app.");
    }

    /** An answer to a message with a file that is no data, such as a picture. */
    public static SlackMessage filesUnread(SlackMessage answer) {
        return saying(
                answer,
                "I read training files (JSON Lines, JSON, CSV, text), and of others only the text beside them.");
    }

    /** Why a file cannot be read, for the person who sent it. */
    public static String filesNotReadable(String name) {
        return "I am not allowed to read " + name
                + ": my installation lacks the scope files:read. The app's manager can"
                + " install it again with that scope";
    }

    public static String fileGone(String name) {
        return name + " is no longer there. Send it again";
    }

    /** A sentence without markup. */
    public static SlackMessage sentence(String text) {
        return SlackMessage.ofText(Mrkdwn.escape(text));
    }

    /**
     * An answer that cannot be posted where it was asked for, with the reason and what can be done.
     *
     * @param error why Slack does not take it there
     */
    public static SlackMessage elsewhere(SlackMessage answer, String channel, String error) {
        String reason = switch (error) {
            case "is_archived" -> "that channel is archived.";
            case String absent
            when isNotThere(absent) ->
                "I am not a member there. `/invite` me to that channel, and I will answer in its threads.";
            case "user_not_in_channel" -> "you are not a member there.";
            case String restricted
            when restricted.startsWith("restricted_action") ->
                "the settings of this workspace do not let me post there. A person who manages it can change that.";
            default -> "Slack does not take it there (`" + Mrkdwn.escape(Cut.to(error, LONGEST_ERROR)) + "`).";
        };
        return saying(answer, "I could not answer in <#" + channel + ">: " + reason);
    }

    /** An answer whose button to share it was pressed before. */
    public static SlackMessage alreadyShared(SlackMessage answer) {
        return saying(answer, "This was shared already.");
    }

    /** Names the user who shared an answer; the name alone pings no user. */
    public static SlackMessage shared(SlackMessage answer, String name) {
        String asked = "Asked by " + Mrkdwn.escape(Cut.to(name, LONGEST_NAME));
        return answer.with(
                ContextBlock.builder()
                        .elements(List.of(BlockBudget.mrkdwn(asked)))
                        .build(),
                asked);
    }

    private static SlackMessage saying(SlackMessage answer, String sentence) {
        return answer.with(BlockBudget.section(sentence), sentence);
    }
}
