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
                "h100 price in euros | H100: from $1.99 an hour (RunPod) | H100 PCIe RunPod $1.99 2026-03-01",
                "how much is an h100 in euro per hour | H100: from $1.99 an hour (RunPod) | H100 PCIe RunPod $1.99 2026-03-01",
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

    /** GPUs x hours x the price that was said, whatever was trained on them and whether it is planned or over. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"train_runtime\": 8123.4, \"epoch\": 3.0} on 4x A100 at $1.9/h - what did that cost? | 4 A100 80 GB for 2.26 hours: $17.15",
                "8 H100 for 14 hours at $3.20 an hour: what does the training cost? | 8 H100 for 14 hours: $358.40",
                "llama 8b lora took 14 hours on 8 H100 at $3.20 per GPU-hour: cost? | 8 H100 for 14 hours: $358.40",
                "torchrun took 11h 20m on 8xH100, spot $1.49/gpu-hr, what did it cost | 8 H100 for 11.33 hours: $135.09",
                "our run finished after 6 hours and 30 minutes on 2 A100 80GB at $2.10/hr each, cost? | 2 A100 80 GB for 6.5 hours: $27.30",
                "wall=01:52:33 on 8 x H100 $2.49/hr cost | 8 H100 for 1.88 hours: $37.37",
                "4090 for 30 hours at $0.35 an hour, what would that be | 30 GPU-hours of RTX 4090: $10.50",
                "we ran 3 days on 4 A100s at 1.80 dollars per gpu hour. what did we pay | 4 A100 80 GB for 72 hours: $518.40",
                "cost llama-3.1-8b lora on h100 8 gpus 14 training hours $3.2 per gpu hour | 8 H100 for 14 hours: $358.40",
                "100 gpu hours at $2 each | 100 GPU-hours: $200.00",
                "{'train_runtime': 5400.0, 'train_samples_per_second': 12.1} 2x H100 @ $2.49/hr, total cost? | 2 H100 for 1.5 hours: $7.47",
                "elapsed 03:30:00 on a single A100 ($1.29/hr). how much? | 1 A100 80 GB for 3.5 hours: $4.52",
                "Training completed in 2 days 4 hours on 16 H200 at $3.79 per GPU hour. price? | 16 H200 for 52 hours: $3,153",
                "sft of qwen 14b ran 9.5 hours on 4 L40S, runpod charges $0.86/hr per gpu. what was the bill? | 4 L40S for 9.5 hours: $32.68",
                "mistral 7b qlora took 45 minutes on a 4090 at $0.44/h, cost? | 0.75 GPU-hours of RTX 4090: $0.33",
                "what did my run cost: 3h12m, 1x H100 SXM, $2.69/h | 1 H100 for 3.2 hours: $8.61",
                "I rented 8xA100 for 20 hours, $1.10 per GPU per hour, total? | 8 A100 80 GB for 20 hours: $176.00",
                "we paid $1.99 per H100-hour and trained for 26 hours on 16 of them, what did it come to | 16 H100 for 26 hours: $827.84",
                "8 GPUs for 14 hours at $3.20 an hour, cost? | 8 GPUs for 14 hours: $358.40",
                "a node with 8 H100 at $24 an hour for 14 hours, cost? | 8 H100 for 14 hours: $336.00",
                "2 nodes of 8xH100 for 10 hours at $24/h per node, what is the cost | 16 H100 for 10 hours: $480.00"
            })
    void aRunCostsItsHoursOnAllGpus(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    /** 0.631 x 50/60 and 1.128 x 50/60 (Vast.ai), 24 x 1.99 (RunPod), 168 x 1.99. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an A100 for 50 minutes, what does it cost | A100 80 GB for 50 minutes: from $0.53-$0.94 (Vast.ai)",
                "how much is an A100 for 50 minutes | A100 80 GB for 50 minutes: from $0.53-$0.94 (Vast.ai)",
                "price of 3 hours on 8 h100 | 8 H100 for 3 hours: from $47.76 (RunPod)",
                "3 hours of 8 h100s | 8 H100 for 3 hours: from $47.76 (RunPod)",
                "what would 20 minutes of an L4 be | L4 for 20 minutes: from $0.15-$0.16 (RunPod)",
                "3 h100s for 40 minutes, price? | 3 H100 for 40 minutes: from $3.98 (RunPod)",
                "8xH100 for a day, how much | 8 H100 for 24 hours: from $382.08 (RunPod)",
                "what would half an hour of an H100 be | 0.5 GPU-hours of H100: from $1.00 (RunPod)",
                "a week of 4 H100s, price? | 4 H100 for 168 hours: from $1,337 (RunPod)",
                "rent an A100 for 90 minutes, how much? | 1.5 GPU-hours of A100 80 GB: from $0.95-$1.69 (Vast.ai)"
            })
    void aGpuForATimeIsPricedInAnyOrderOfItsWords(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }
}
