package io.tunetally.discord.event;

import io.tunetally.bot.Answer;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.Markup;
import io.tunetally.chat.SharedFile;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.message.PostedBoard;
import io.tunetally.discord.send.DiscordSender;
import io.tunetally.discord.send.FileDownloads;
import io.tunetally.request.CanonicalText;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;

/** The bot's answers to messages. An edit is answered from the memory that its message was read with. */
public final class MessageAnswers {
    private final DiscordBot bot;
    private final FileDownloads files;
    private final WriteBehindThreadMemory memory;

    public MessageAnswers(DiscordBot bot, FileDownloads files, WriteBehindThreadMemory memory) {
        this.bot = bot;
        this.files = files;
        this.memory = memory;
    }

    Answer answered(Message message, FollowedAnswer asked, FileQuestion.Progress progress) {
        String text = Mention.textWithout(message);
        ConversationId conversation = DiscordConversations.of(message);
        Envelope own =
                new Envelope(message.getId(), conversation, DiscordConversations.person(message.getAuthor()), true);
        Envelope envelope = message.isFromGuild() ? own.readByAll() : own;
        Optional<ChatEvent.Earlier> earlier = asked.earlier().get();
        ChatEvent.Earlier known = earlier.orElseGet(() -> unanswered(conversation));
        ChatEvent.Said said = new ChatEvent.Said(envelope, Markup.MARKDOWN, text, List.of(), earlier);
        Answer answer = data(message)
                .map(file -> bot.answer(new FileQuestion(envelope, Markup.MARKDOWN, text, files.of(file), progress)))
                .orElseGet(() -> bot.answer(said, message.getJDA()));
        Optional<String> after = answer.remembered().map(CanonicalText::write).or(known::after);
        asked.earlier().set(Optional.of(new ChatEvent.Earlier(known.before(), after)));
        return answer;
    }

    /** The memory that a message and its edits are read with; nothing if the store does not give it. */
    private ChatEvent.Earlier unanswered(ConversationId conversation) {
        Optional<String> now;
        try {
            now = memory.recall(conversation);
        } catch (StorageException unreadable) {
            now = Optional.empty(); // The answer says so.
        }
        return new ChatEvent.Earlier(now, now);
    }

    /** Returns the first attachment that may hold training data. */
    static Optional<Message.Attachment> data(Message message) {
        return message.getAttachments().stream()
                .filter(attachment -> SharedFile.mayBeData(attachment.getFileName()))
                .findFirst();
    }

    /** Returns the answer to a message as one that shows a board. */
    static BoardMessage board(Message asked, DiscordSender.Sent answer) {
        return new BoardMessage(
                PostedBoard.of(asked, answer.messageId(), answer.form()).name(),
                DiscordConversations.person(asked.getAuthor()));
    }
}
