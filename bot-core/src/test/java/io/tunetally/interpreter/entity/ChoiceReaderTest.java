package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChoiceReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We train phi-4 with lora on 4,000 notes. The lab has 2 A100s for it. | gpu=a100",
                "We train phi-4 with lora on 4,000 notes. The lab has 2 A100s for it. | gpus=2",
                "The forge has 900 notes. Tuning mistral 7b with lora on our own server with one L40S. | gpus=1",
                "900 notes for phi-4. Still lora, still on lambda. | provider=lambda",
                "what is it if we host the tuned Qwen3 32B ourselves? 6,000 requests daily. | provider=selfhost",
                "Model: 4o. The text stays here, so Azure regional. 900 chat logs for the tuning. | deployment=regional",
                "what would 3 RFT runs on o4-mini cost me? | objective=rft",
                "what would a dedicated Fireworks deployment of llama 8b cost? | deployment=dedicated",
                "what would Azure bill for training gpt-4o-mini on 900 rows? | provider=azure",
                "tune llama 8b on 900 rows, packed to 2k, what is it? | packed=true",
                "we retrain quarterly, gpt-4o-mini, 1,100 requests daily, what does a year cost? | retrainEveryDays=90"
            })
    void aPostSaysWhereItTrains(String text, String slot) {
        assertThat(Stages.slots(Stages.filled(text)).split(" ")).contains(slot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We train phi-4 with lora on 900 notes. The last run on a 3090 died at 71%. | gpu",
                "the cluster's full, what does llama 8b cost on 900 rows? | method",
                "each sample has the full length, so 2000 rows of 4096 tokens. llama 8b cost? | method",
                "the queue is full, llama 8b 5k examples cost? | method",
                "We wrote the 900 letters ourselves. What does tuning gpt-4o-mini cost? | provider",
                "Azure bills us twice, annoying. What does tuning gpt-4o-mini on 900 rows cost? | provider"
            })
    void butNotWhatItSpeaksOfInPassing(String text, String slot) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain(slot + "=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data has to stay in Germany, we want to tune an 8B model with 3,000 letters",
                "data must not leave Germany, tune gpt-4.1-mini with 3000 letters",
                "letters stored in Austria, cost of tuning llama 8b on 3000 letters",
                "What does Azure in Sweden cost for gpt-4.1-mini with 2000 examples?",
                "It has to run on German servers: qwen3 8b, 5k tickets, price?",
                "llama 8b lora 3k examples in France"
            })
    void aCountryOfTheEuIsThePlaceOfTheData(String text) {
        assertThat(Stages.slots(Stages.filled(text)).split(" ")).contains("inEu=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "our customers are in France, cost of gpt-4.1-mini with 3000 examples?",
                "we are a bakery in Berlin, cost of tuning gpt-4.1-mini on 500 recipes",
                "data has to stay in Switzerland, tune llama 8b with 3000 letters"
            })
    void butNotThePlaceOfPeopleNorAnotherCountry(String text) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain("inEu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost llama 8b lora | method=lora",
                "I was torn between lora and full. Going with full. llama 8b, 2k rows, price? | method=full",
                "lora vs full on llama 8b, 2k rows. I remember reading full is 2x | methods=lora,full",
                "tune the full model, llama 8b 2k rows, cost? | method=full",
                "cost llama 8b qlora | method=lora",
                "cost llama 8b qlora | quantized=true",
                "qlora vs full llama 8b | methods=lora,full",
                "qlora vs full llama 8b | quantized=true",
                "cost llama 8b full | method=full",
                "lora vs full llama 8b | methods=lora,full",
                "cost llama 8b, not lora | method=full",
                "cost llama 8b method=full | method=full",
                "cost gpt-4o dpo | objective=dpo",
                "cost gpt-4o on azure | provider=azure",
                "cost llama 8b on together vs fireworks | providers=together,fireworks",
                "cost llama 8b without fireworks | withoutProviders=fireworks",
                "compare all except fireworks and thinking machines | withoutProviders=fireworks,thinking-machines",
                "which is cheapest besides thinking machines? | withoutProviders=thinking-machines",
                "recommend, anything but openai | withoutProviders=openai",
                "which models can we tune if nothing may go to openai? | withoutProviders=openai",
                "our data cannot go to openai or google, 3k rows, which model? | withoutProviders=openai,google",
                "cheapest for 3k notes? we are not allowed to upload anything to azure | withoutProviders=azure",
                "which models can be tuned if we refuse to send patron records to openai? | withoutProviders=openai",
                "2k rows, which model? it must not be on azure | withoutProviders=azure",
                "there is no problem to send it to openai, 3k rows gpt-4.1-mini, cost? | provider=openai",
                "we have no limit and send 3k rows to openai for gpt-4o-mini, cost? | provider=openai",
                "gpt-4.1-nano on azure (regional), 5,500 logs, cost? | deployment=regional",
                "cost gpt-4o on azure developer | deployment=developer",
                "cost gpt-4o on azure in southeast asia | variant=southeastasia",
                "cost gpt-4.1 azure swedencentral | variant=swedencentral",
                "tco llama 2 13b on bedrock one month commitment | variant=one_month",
                "cost o4-mini rft 4 training hours with data sharing | variant=data-sharing",
                "cost gpt-4o edition=guide | edition=guide",
                "cost gpt-4o published prices | edition=published",
                "self-host llama 8b on h100 | gpu=h100",
                "cost llama 8b lora on my own 4090 | gpu=4090",
                "cost llama 8b lora on my own 4090 | ownHardware=true",
                "cost llama 8b lora on my own 4090 | provider=selfhost",
                "cost llama 8b lora on our h100s | ownHardware=true",
                "cost llama 8b lora on prem | ownHardware=true",
                "compare llama 8b on together vs my own 4090 | providers=together,selfhost",
                "cost llama 8b lora a6000 | gpu=a6000",
                "cost llama 8b on mi300x | gpu=mi300x",
                "cost llama 8b on modal a100 | gpu=a100",
                "cost llama 8b on modal a100 | provider=modal",
                "how much is llama 8b on runpod with an h100? | gpu=h100",
                "cost llama 8b 2 x 4090 | gpu=4090",
                "cost llama 8b 2 x 4090 | gpus=2",
                "cost llama 8b on 8xA100 | gpus=8",
                "cost llama 8b on 4 h100s | gpus=4",
                "cost llama 8b on h100 at 3,000 tokens/s | tokensPerSecond=3000",
                "cost llama 8b on h100 2.5k tok/s per gpu | tokensPerSecondPerGpu=2500",
                "self-host llama 8b, what does it cost at 900 tokens per second | tokensPerSecond=900",
                "cost llama 8b packing off | packed=false",
                "cost llama 8b with packing | packed=true",
                "tco gpt-4o 1000 requests/day batch | batch=true",
                "tco gpt-4o batch api | batch=true",
                "cost gpt-4o, show the arithmetic | explain=true",
                "yearly cost of gpt-4o | months=12",
                "total cost of ownership in year one for gpt-4o | months=12",
                "what do we pay in year 1 for gpt-4o, 1000 requests/day | months=12",
                "tco gpt-4o retrain weekly | retrainEveryDays=7",
                "tco gpt-4o monthly retraining | retrainEveryDays=30",
                "tco gpt-4o retrain every month | retrainEveryDays=30",
                "should I fine-tune, we need consistent format | criteria=consistent_format"
            })
    void readsChoicesMadeByAWord(String text, String slot) {
        assertThat(Stages.slots(Stages.filled(text)).split(" ", -1)).contains(slot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what does gpt-4o cost on the full dataset | method",
                "what does gpt-4o cost in full precision | method",
                "what does gpt-4o cost with fsdp full_shard | method",
                "5 GPU hours for the test run and 90 for the full model, what does gpt-4o cost | method",
                "cost gpt-4o batch size 16 | batch",
                "cost gpt-4o lora | quantized",
                "cost gpt-4o, not qlora | quantized",
                "what is openai/gpt-4o priced at? | provider",
                "cost gpt-4o a100 | gpu",
                "gpt-4o is slow today, 30 tokens/s on an h100, what does gpt-4o cost | gpus",
                "what does gpt-4o cost on our 4090 examples | gpu",
                "what does gpt-4o cost, our format is consistent | criteria",
                "tco gpt-4o 6 months yearly cost | retrainEveryDays"
            })
    void theSameWordElsewhereChoosesNothing(String text, String slot) {
        assertThat(Stages.slots(Stages.filled(text))).contains("models=gpt-4o").doesNotContain(slot + "=");
    }
}
