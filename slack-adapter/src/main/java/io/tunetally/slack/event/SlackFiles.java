package io.tunetally.slack.event;

import com.slack.api.model.File;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.SharedFile;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.SlackPost;
import io.tunetally.slack.send.FileDownloads;
import io.tunetally.slack.send.SlackSender;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers training files. That takes a while, so a message says how far it is, and the answer replaces it. */
public final class SlackFiles {
    private final SlackAnswers answers;
    private final FileDownloads downloads;
    private final SlackSender sender;

    public SlackFiles(SlackAnswers answers, FileDownloads downloads, SlackSender sender) {
        this.answers = answers;
        this.downloads = downloads;
        this.sender = sender;
    }

    /** Returns the files of a message, which Slack leaves out where there are none. */
    static List<File> of(@Nullable List<File> files) {
        return files == null
                ? List.of()
                : files.stream().filter(Objects::nonNull).toList();
    }

    /** Returns the first file that may hold training data; Slack gives no name where it must be looked up. */
    static Optional<File> data(List<File> files) {
        return files.stream()
                .filter(file ->
                        SlackConversations.orEmpty(file.getName()).isEmpty() || SharedFile.mayBeData(file.getName()))
                .findFirst();
    }

    /**
     * Answers a file, for everybody.
     *
     * @param thread what remembers its counts
     */
    void answer(ChatEvent.Said said, File file, ConversationId thread, SlackSender.Place place) throws Exception {
        SlackPost post;
        Optional<String> shown;
        ReadingMessage message = new ReadingMessage(sender.edits(), place, SlackConversations.orEmpty(file.getName()));
        try {
            SharedFile shared = shared(place.token(), file);
            post = answers.post(new FileQuestion(said.envelope(), said.markup(), said.text(), shared, message), thread);
        } finally {
            shown = message.end();
        }
        if (shown.isEmpty() || !sender.edits().replace(place, shown.get(), post)) {
            sender.post(place, post);
        }
    }

    /** A file that Slack does not give is answered like one that cannot be opened. */
    private SharedFile shared(String token, File file) {
        try {
            return downloads.of(token, file);
        } catch (IOException refused) {
            return new SharedFile(SlackConversations.orEmpty(file.getName()), 0, () -> {
                throw refused;
            });
        }
    }
}
