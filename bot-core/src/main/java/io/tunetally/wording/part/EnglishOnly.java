package io.tunetally.wording.part;

import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import java.util.List;

/** The one answer in languages without a lexicon: it says, in the user's language, that the bot reads English. */
public final class EnglishOnly {
    private EnglishOnly() {}

    /**
     * Returns the reply with an example to copy.
     *
     * @param language an ISO 639 code; the reply is in English if there is no translation
     */
    public static Reply reply(String language) {
        return reply(line(language), Audience.ASKER);
    }

    /** Returns the example below a line in the user's language. */
    public static Reply reply(String line, Audience audience) {
        return new Reply(
                line,
                List.of(Block.Text.of(
                        Span.code("cost 1k examples 3 epochs llama 8b lora"), Span.plain("   "), Span.code("help"))),
                audience);
    }

    private static String line(String language) {
        return switch (language) {
            case "it" -> "Capisco solo l'inglese, per esempio:";
            case "nl" -> "Ik begrijp alleen Engels, bijvoorbeeld:";
            case "pl" -> "Rozumiem tylko po angielsku, na przykład:";
            case "sv" -> "Jag förstår bara engelska, till exempel:";
            case "tr" -> "Yalnızca İngilizce anlıyorum, örneğin:";
            case "ko" -> "영어만 이해합니다. 예:";
            case "ru" -> "Я понимаю только по-английски, например:";
            default -> "I understand English only, for example:";
        };
    }
}
