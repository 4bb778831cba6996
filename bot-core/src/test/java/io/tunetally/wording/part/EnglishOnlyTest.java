package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Audience;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnglishOnlyTest {
    private static final String ENGLISH = "I understand English only, for example:";

    @ParameterizedTest
    @ValueSource(strings = {"it", "nl", "pl", "sv", "tr", "ko", "ru"})
    void isSaidInTheLanguageOfTheAsker(String language) {
        Reply reply = EnglishOnly.reply(language);
        assertThat(reply.title()).isNotEmpty().isNotEqualTo(ENGLISH);
        assertThat(reply.audience()).isEqualTo(Audience.ASKER);
        assertThat(reply.blocks()).isEqualTo(EnglishOnly.reply("und").blocks());
    }

    @Test
    void isSaidInEnglishWhereTheLanguageHasNoLine() {
        assertThat(EnglishOnly.reply("und").title()).isEqualTo(ENGLISH);
        assertThat(EnglishOnly.reply("fi").title()).isEqualTo(ENGLISH);
    }
}
