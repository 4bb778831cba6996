package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.Interpretation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnusedQuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples 48 MB | 48 MB",
                "Our data has to stay in Switzerland. What does llama 8b cost with 1k examples? | stay in Switzerland",
                "llama 8b 1k examples, stored in the UK | stored in the UK",
                "llama 8b 1k examples, traffic grows 10% per month | 10% per month",
                "what does llama 8b cost with 1k examples if Ori raises prices by 50%? | 50%",
                "llama 8b: 2k examples for support and 8k for sales | 8k",
                "llama 8b 500 examples and 300 more | 300 more",
                "llama 8b: 2k examples for support, we have 5k stars | ",
                "cost llama 8b 1k examples 16 GB | 16 GB",
                "what does tuning gpt-4.1-mini on 40 hours of calls cost? | 40 hours",
                "hosted lora of llama 8b instead of two 4090s, 5k examples | 4090s",
                "gpt-4o-mini 1k examples on a 4090 | ",
                "cost gpt-4o 1k examples a100 | a100",
                "llama 8b 1k examples on an a100 | ",
                "we pay $3,100/month for ads: is a tuned llama 8b worth it? | $3,100/month",
                "tco qwen3 8b, traffic grows 10% a month from 5k requests a day | 10% a month",
                "tco qwen3 8b, 5k requests a day growing 10% monthly | 10% monthly",
                "if I get 1000 users, what does llama 8b cost? | 1000 users",
                "cost gpt-4o 1k examples at $3 per 1M tokens | $3",
                "cost gpt-4o 1k examples 80/20 split | 80/20 split",
                "cost gpt-4o 1k examples 80/10/10 | 80/10/10",
                "what does tuning gpt-4o on 1k examples with a 70/15/15 split cost? | 70/15/15 split",
                "cost gpt-4o 1k examples as of 28/11/26 | ",
                "cost gpt-4o 1k examples, 10% held out | 10% held out",
                "what does llama 8b cost with 4k rows if 5% goes to validation? | 5% goes to validation",
                "cost llama 8b on 5,000 tickets, 2,000 of them in German; train on all | 2,000 of them",
                "cost gpt-4o-mini on 2,000 rows, an 80/20 split of 2,500 | ",
                "cost gpt-4o 4k examples 500 held out | ",
                "what does llama 8b cost a month for 62 shops? | 62 shops",
                "tuned gpt-4.1-mini for our 14 clinics, what is a month? | 14 clinics",
                "We have 48 shops. What does llama 8b cost a year for each shop? | 48 shops",
                "3 regions, each with a standard deployment of tuned gpt-4.1-mini on azure, monthly hosting? | 3 regions",
                "llama 8b lora 900 examples, $0.50 a letter | $0.50 a letter",
                "tuned gpt-oss 20b, 200 mails a day plus 10% growth, per year | 10% growth",
                "plus 10% for the growth, 200 mails a day, tuned gpt-oss 20b per year | 10% for the growth",
                "cost of gpt-oss 20b, traffic 1,000 a day growing 10% | 10%",
                "The dataset grows by about 15% every month. What does it cost to retrain llama 8b monthly? | 15% every month",
                "They billed 18.4M training tokens on gpt-4.1-mini, $92, and $1,224 hosting. Is that correct? | $1,224",
                "Freight is up 12%. The model is nova lite with 21,000 products, cost? | ",
                "llama 8b, 30 students each do one lora run of 500 examples, total? | ",
                "gpt-oss 20b, 4000 examples, price? my call is at 11 | ",
                "llama 8b on 1,120 descriptions of 46 wines, cost? | ",
                "We have 12 agents. What does llama 8b cost with 400 requests a day? | ",
                "budget $50 gpt-4o | ",
                "recommend under $200 a month to run | ",
                "A vendor quoted 30k for a tuned llama 70b plus 2k a month for hosting. Fair? | 2k a month",
                "our bill for gpt-4o is $4,300 a month, 20% of it for embeddings. Is tuning worth it? | 20%",
                "cost llama 8b 1k examples h100 | ",
                "cost gpt-4o 1k examples 3 epochs | ",
                "should I tune gpt-4o for sorting mails into 12 categories? | ",
                "is tuning gpt-4o worth it if answers must come within 2 seconds? | ",
                "The card has 24 GB and it ran for 3 hours. What does gpt-4o cost? | "
            })
    void namesTheQuantitiesThatChangeNothing(String text, String unused) {
        assertThat(UnusedQuantities.of(Stages.filled(text)))
                .extracting(Interpretation.Unused::text)
                .isEqualTo(unused == null ? List.of() : List.of(unused));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples 48 MB | 8000000 | 16000000",
                "what would 300 kb of csv with 1k examples cost on gpt-4o? | 50000 | 100000",
                "what does gpt-4o cost on 1.5 GB of logs, 1k examples? | 250000000 | 500000000",
                "cost llama 8b 1k examples 16 GB | 0 | 0",
                "cost gpt-4o 1k examples 40 hours | 0 | 0",
            })
    void estimatesTheTokensOfASizeOfText(String text, long fewest, long most) {
        assertThat(UnusedQuantities.of(Stages.filled(text))).singleElement().satisfies(unused -> {
            assertThat(unused.fewestTokens()).isEqualTo(fewest);
            assertThat(unused.mostTokens()).isEqualTo(most);
        });
    }
}
