package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GpuPricesWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h100 price per hour | H100: from $1.99 an hour (RunPod) | H100 PCIe RunPod $1.99 2026-03-01",
                "h100 rental price | H100: from $1.99 an hour (RunPod) | H100 PCIe RunPod $1.99 2026-03-01",
                "cheapest h100 | H100: from $1.99 an hour (RunPod) | H100 PCIe RunPod $1.99 2026-03-01",
                "how much for a 4090 per hour on vast | RTX 4090: $0.274-$0.696 an hour (Vast.ai) | RTX 4090 Vast.ai $0.274-$0.696 2026-09-09",
                "price of an a100 on modal | A100 80 GB: $2.4984 an hour (Modal) | A100 80 GB Modal $2.4984 2026-09-09",
                "gpu prices | GPUs: from $0.40 an hour (T4, Hugging Face Jobs) | T4 Hugging Face Jobs $0.40 2026-09-09"
            })
    void leadsWithTheCheapestAndItsDay(String question, String title, String row) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
        assertThat(Worded.rows(Worded.today(question)).getFirst().replace(" | ", " "))
                .isEqualTo(row);
    }
}
