package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.PlainText;
import io.tunetally.storage.Lifetimes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrivacyNoticeTest {
    /** No two alike, so that a mistaken one is seen. */
    private static final Lifetimes OWN = new Lifetimes(
            Duration.ofHours(36),
            Duration.ofMinutes(90),
            Duration.ofDays(3),
            Duration.ofMinutes(1),
            Duration.ofDays(4),
            new Lifetimes.OfDiscussion(
                    Duration.ofDays(11),
                    Duration.ofDays(12),
                    Duration.ofDays(13),
                    Duration.ofDays(14),
                    Duration.ofDays(15),
                    Duration.ofDays(16),
                    Duration.ofDays(730)));

    private final String notice = new PlainText(2_000, PlainText.Style.NONE, "").render(PrivacyNotice.of(OWN));

    @Test
    void saysHowLongTheOperatorKeepsEachKind() {
        assertThat(notice)
                .contains("who asked, for 36 hours")
                .contains(
                        "scenarios and the message of its board for 11 days, votes for 12 days, decisions for 13 days")
                .contains("quotes for 14 days, bills for 15 days; watches for 16 days")
                .contains("customer relations for 2 years")
                .contains("for 3 days after it was last shown")
                .contains(
                        "deliveries for 90 minutes", "sign-in states for 1 minute", "deletions without ids for 4 days");
    }

    @Test
    void saysWhichWordsAreKeptAsTyped() {
        assertThat(notice)
                .contains("names of scenarios, reasons of decisions, prices and discounts")
                .contains("messages as they were typed apart from that, names of people")
                .contains("No data is passed on.");
    }

    @Test
    void saysHowToDeleteIt() {
        assertThat(notice).contains("\"reset\" forgets this conversation", "\"forget me\" takes you out of all of it");
    }
}
