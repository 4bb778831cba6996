package io.tunetally.slack.message;

import com.google.gson.Gson;
import com.slack.api.SlackConfig;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as Slack takes it.
 *
 * @param text what notifications and screen readers have instead of the blocks, never empty
 * @param cut whether not all of the reply is in it
 */
public record SlackMessage(String text, List<LayoutBlock> blocks, boolean cut) {
    public static final Gson GSON = GsonFactory.createSnakeCase(new SlackConfig());

    private static final Gson PRETTY =
            GSON.newBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** A payload on several lines, for people to read. */
    public static String json(Map<String, Object> payload) {
        return PRETTY.toJson(payload);
    }

    public SlackMessage {
        blocks = List.copyOf(blocks);
    }

    /** A message without blocks, for what they have no room for. */
    public static SlackMessage ofText(String markup) {
        return new SlackMessage(markup, List.of(), false);
    }

    /** The same with one more block at its end. */
    public SlackMessage with(LayoutBlock last) {
        List<LayoutBlock> all = new ArrayList<>(blocks);
        all.add(last);
        return new SlackMessage(text, all, cut);
    }

    /** The same with who asked in its buttons. */
    public SlackMessage with(AskedBy asked) {
        List<LayoutBlock> named = new ArrayList<>();
        for (LayoutBlock block : blocks) {
            named.add(
                    block instanceof ActionsBlock actions
                            ? ActionsBlock.builder()
                                    .elements(actions.getElements())
                                    .blockId(asked.blockId(named.size()))
                                    .build()
                            : block);
        }
        return new SlackMessage(text, named, cut);
    }

    /**
     * The same with more text at its end.
     *
     * @param last a block that says it
     * @param words the same for the text
     */
    SlackMessage with(LayoutBlock last, String words) {
        SlackMessage more = new SlackMessage(text + "\n" + words, blocks, cut);
        return blocks.isEmpty() ? more : more.with(last);
    }

    /** Whether Slack could refuse one of the blocks. */
    public boolean isBold() {
        return blocks.stream().anyMatch(NewBlock.class::isInstance);
    }

    /** The payload of a post, without the channel it goes to. */
    public Map<String, Object> payload() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("text", text);
        payload.put("blocks", blocks);
        payload.put("unfurl_links", false);
        payload.put("unfurl_media", false);
        return payload;
    }

    /** The body that acknowledges a command: the asker alone sees it. */
    public Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("response_type", "ephemeral");
        answer.put("text", text);
        answer.put("blocks", blocks);
        return answer;
    }

    /** The body that a response URL shows to everybody, in the given thread: by default Slack takes the channel. */
    public Map<String, Object> toAll(@Nullable String threadTs) {
        Map<String, Object> response = response("in_channel", false);
        if (threadTs != null) {
            response.put("thread_ts", threadTs);
        }
        return response;
    }

    /** The body that answers a command or a button: {@code in_channel} everybody sees, {@code ephemeral} the asker alone. */
    public Map<String, Object> response(String responseType, boolean replaceOriginal) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("response_type", responseType);
        response.put("replace_original", replaceOriginal);
        response.putAll(payload());
        return response;
    }
}
