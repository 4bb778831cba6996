package io.tunetally.slack.message;

import io.tunetally.slack.api.SlackLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Lines that stand under each other, in code blocks of as many lines as a section takes. */
final class CodeLines {
    /** A response address takes five. */
    private static final int MOST_MESSAGES = 4;

    private static final int ROOM_TO_SAY_HOW_MUCH_MORE = 100;
    private static final int MESSAGE = SlackLimits.BLOCKS_TEXT - Notices.ADDED_CHARACTERS - ROOM_TO_SAY_HOW_MUCH_MORE;

    private CodeLines() {}

    /** Adds as many lines as fit; a line that is longer than a section is counted as missing. */
    static void add(BlockBudget blockBudget, String text) {
        sections(text).forEach(section -> addBeginning(blockBudget, section));
        blockBudget.omit((int) text.lines().filter(CodeLines::isTooLong).count());
    }

    private static void addBeginning(BlockBudget blockBudget, String section) {
        List<String> lines = section.lines().toList();
        int shown = 0;
        int left = blockBudget.charactersLeft() - Mrkdwn.fencedLength("");
        while (shown < lines.size()) {
            left -= Mrkdwn.fencedLength(lines.get(shown)) - Mrkdwn.fencedLength("") + 1;
            if (left < 0) {
                break;
            }
            shown++;
        }
        if (shown > 0) {
            String fenced = Mrkdwn.fenced(String.join("\n", lines.subList(0, shown)));
            blockBudget.add(BlockBudget.section(fenced), fenced.length(), shown);
        }
        blockBudget.omit(lines.size() - shown);
    }

    /** The sections of each message, where one is not enough for all of it; the last says how much is still missing. */
    static List<List<String>> messages(String text) {
        List<List<String>> messages = new ArrayList<>(List.of(new ArrayList<>()));
        int characters = 0;
        long missing = text.lines().filter(CodeLines::isTooLong).count();
        for (String section : sections(text)) {
            int length = Mrkdwn.fencedLength(section);
            boolean full = characters + length > MESSAGE;
            if (full && messages.size() == MOST_MESSAGES) {
                missing += section.lines().count();
                characters = MESSAGE; // A shorter one after it would stand in its place.
                continue;
            }
            if (full) {
                messages.add(new ArrayList<>());
                characters = 0;
            }
            messages.getLast().add(section);
            characters += length;
        }
        if (missing > 0) {
            messages.getLast().add("... " + missing + " more lines");
        }
        return messages;
    }

    private static List<String> sections(String text) {
        List<String> sections = new ArrayList<>();
        StringJoiner lines = new StringJoiner("\n");
        // A section may begin with an empty line, so that its length does not tell whether it has begun.
        boolean begun = false;
        for (String line : text.lines().filter(line -> !isTooLong(line)).toList()) {
            if (begun && Mrkdwn.fencedLength(lines + line) + 1 > SlackLimits.SECTION) {
                sections.add(lines.toString());
                lines = new StringJoiner("\n");
            }
            lines.add(line);
            begun = true;
        }
        if (begun) {
            sections.add(lines.toString());
        }
        return sections;
    }

    private static boolean isTooLong(String line) {
        return Mrkdwn.fencedLength(line) > SlackLimits.SECTION;
    }
}
