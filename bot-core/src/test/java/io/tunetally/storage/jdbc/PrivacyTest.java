package io.tunetally.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.PlainText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.Kind;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrivacyTest {
    private final Bot bot = Assembly.ofSession(SharedKnowledge.at(Clock.systemUTC()), Clock.systemUTC())
            .bot();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void namesEveryTable(Kind kind) {
        Envelope from = new Envelope("", new ConversationId(PlatformId.CONSOLE, "", "", ""), new UserId("ada"), true);

        String notice = new PlainText(2_000, PlainText.Style.NONE, "")
                .render(bot.answer(new ChatEvent.Said(from, Markup.PLAIN, "privacy", List.of()))
                        .reply());

        assertThat(notice).containsPattern("\\b" + Table.of(kind).name() + "\\b");
    }
}
