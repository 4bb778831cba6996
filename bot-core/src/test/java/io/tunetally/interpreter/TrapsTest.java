package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.corpus.Label;
import org.junit.jupiter.api.Test;

/** The traps of the requirements: texts in which a number or a word is not what it seems. */
class TrapsTest {
    @Test
    void readsAModelBeforeANumber() {
        reads("cost llama 8b 1k examples", "ready estimate examples=1000 models=llama-3.1-8b");
        reads("cost llama-3.1-8b 2k examples", "ready estimate examples=2000 models=llama-3.1-8b");
    }

    @Test
    void takesNoBitWidthForASize() {
        reads("8-bit quantization, gpt-4o-mini, 1k examples", "ready estimate examples=1000 models=gpt-4o-mini");
        reads("load in 4bit, llama 8b lora, 2k rows", "ready estimate examples=2000 method=lora models=llama-3.1-8b");
    }

    @Test
    void takesNoMinutesForMillions() {
        reads("it ran 20m with gpt-4o on 1k examples", "not_a_request none examples=1000 models=gpt-4o");
        reads("cost gpt-4o 20m tokens total", "ready estimate models=gpt-4o totalTokens=20000000");
    }

    @Test
    void takesNoReportedSpendForABudget() {
        reads(
                "it cost me $10 to fine-tune llama 8b on 1000 examples",
                "not_a_request none examples=1000 models=llama-3.1-8b");
        reads("I spent $200 tuning gpt-4o", "not_a_request none models=gpt-4o");
    }

    @Test
    void takesNoStatusOfAServiceForACount() {
        reads("I got a 404 when I swapped the ids. Cost of gpt-4o-mini?", "ready estimate models=gpt-4o-mini");
        reads("what is a 500 row fine-tune of gpt-4o-mini", "ready estimate examples=500 models=gpt-4o-mini");
    }

    @Test
    void takesAChangeOfTheEpochsForNoRange() {
        reads(
                "llama 8b lora on 2k rows, we went from 2 to 5 epochs, cost?",
                "ready estimate epochs=5 examples=2000 method=lora models=llama-3.1-8b");
        reads(
                "llama 8b lora on 2k rows, down from 3 epochs to 2, cost?",
                "ready estimate epochs=2 examples=2000 method=lora models=llama-3.1-8b");
        reads("cost gpt-4o-mini 2k rows 2 to 5 epochs", "ready estimate epochs=2..5 examples=2000 models=gpt-4o-mini");
    }

    @Test
    void aChoiceOfTwoValuesIsARange() {
        reads("1 epoch or 5 epochs, 1000 examples, gpt-4o", "ready estimate epochs=1..5 examples=1000 models=gpt-4o");
        reads("1k examples or 2k examples, gpt-4o", "ready estimate examples=1000..2000 models=gpt-4o");
    }

    @Test
    void readsTheSizeOfASmallModelAsPartOfItsName() {
        reads("cost of tuning nllb 600M on 5k pairs", "ready estimate examples=5000 models=nllb_600m sizeB=0.6");
        reads("cost of tuning bert on 110M tokens", "ready estimate models=bert totalTokens=110000000");
    }

    @Test
    void knowsASumWithoutItsSign() {
        reads(
                "I have 300 left, is that enough for 2 epochs of gpt-4o on 2.4M tokens?",
                "ready budget budgetUsd=300 epochs=2 models=gpt-4o totalTokens=2400000");
        reads(
                "the client pays up to 2k for the model, 14,000 tickets, gpt-4o-mini, can we do 3 epochs?",
                "ready budget budgetUsd=2000 epochs=3 examples=14000 models=gpt-4o-mini");
        reads(
                "can they give us up to 300 examples each? cost on gpt-4o with 300 examples",
                "ready estimate examples=300 models=gpt-4o");
    }

    @Test
    void workingDaysBesideARateAreNoHoursOfAnEndpoint() {
        reads(
                "450 calls a day, 22 working days a month, qwen3 8b monthly cost",
                "ready tco models=qwen3-8b requestsPerDay=330");
        reads(
                "tco llama 8b on fireworks dedicated 300 requests a day, deployed on weekdays only",
                "ready tco deployment=dedicated models=llama-3.1-8b monthlyHours=514 provider=fireworks requestsPerDay=300");
    }

    @Test
    void aTrainingThatIsATestHoldsNothingOut() {
        reads(
                "train on 20% of the 3,000 tickets first as a test, cost on gpt-4o?",
                "ready estimate examples=600 models=gpt-4o");
    }

    @Test
    void knowsGpuCountsAndNames() {
        reads(
                "8xA100 80GB, llama 70b lora, 10k examples",
                "ready estimate examples=10000 gpu=a100 gpus=8 method=lora models=llama-3.3-70b");
        reads("2 x 4090, llama 8b, 1k examples", "ready estimate examples=1000 gpu=4090 gpus=2 models=llama-3.1-8b");
    }

    @Test
    void aJobOnOnesOwnGpuNeedsNoWordForCosts() {
        reads(
                "llama 4 scout on my own h100 1k examples",
                "ready estimate examples=1000 gpu=h100 models=llama-4-scout ownHardware=true provider=selfhost");
        reads(
                "we tuned llama 8b on our own h100 with 1k examples",
                "not_a_request none examples=1000 models=llama-3.1-8b");
    }

    @Test
    void requestsPerSomethingElseThanATimeAreNoTraffic() {
        reads("requests per run: 5", "not_a_request none");
        reads(
                "cost llama 8b 1k examples requests per epoch: 3",
                "ready estimate epochs=3 examples=1000 models=llama-3.1-8b");
    }

    @Test
    void thePriceOfAGpuIsNoJobOnIt() {
        reads("h100 price per hour", "ready models gpu=h100");
        reads("what does an h100 cost per hour", "ready models gpu=h100");
        reads("how much is a gpu hour on runpod", "ready models provider=runpod");
        reads("gpu prices", "ready models provider=selfhost");
        reads("h100 vs a100 price per hour", "ready models provider=selfhost");
        reads("what does an h100 cost on runpod and lambda", "ready models gpu=h100");
        reads("how much is the gpu on runpod and lambda per hour", "ready models provider=selfhost");
        reads("how many hours on a gpu", "ready explain topic=training-time");
        reads("cost on h100", "ready estimate gpu=h100");
        reads("gpu prices on ebay are silly", "not_a_request none");
    }

    @Test
    void takesNoSpeedForTokens() {
        reads("llama 8b at 30 tokens/s, 1k examples", "ready estimate examples=1000 models=llama-3.1-8b");
        reads("gpt-4o-mini 2k examples, 90000 tokens per hour", "ready estimate examples=2000 models=gpt-4o-mini");
    }

    @Test
    void takesNoPriceForAnAmount() {
        reads(
                "at $3 per 1M tokens, what does gpt-4o-mini cost for 2k examples?",
                "ready estimate examples=2000 models=gpt-4o-mini");
        reads(
                "h100 is $4/hr, cost llama 8b lora 1k examples",
                "ready estimate examples=1000 method=lora models=llama-3.1-8b");
    }

    @Test
    void takesNoListNumbersOrSectionsForValues() {
        reads("1. cost gpt-4o 1k examples", "ready estimate examples=1000 models=gpt-4o");
        reads("see section 4.1, then cost gpt-4o 1k examples", "ready estimate examples=1000 models=gpt-4o");
    }

    @Test
    void takesNoProgressForEpochs() {
        reads("{'loss': 0.52, 'epoch': 0.43} llama 8b lora", "not_a_request none method=lora models=llama-3.1-8b");
    }

    @Test
    void takesTheNewValueOfInsteadOf() {
        reads("2 epochs instead of 3, gpt-4o 1k examples", "ready estimate epochs=2 examples=1000 models=gpt-4o");
        reads("cost gpt-4o 1k examples, not 3 but 2 epochs", "ready estimate epochs=2 examples=1000 models=gpt-4o");
    }

    @Test
    void readsANegatedFlag() {
        reads(
                "train.py --no-lora --model llama-8b --examples 1000 --epochs 2",
                "ready estimate epochs=2 examples=1000 method=full models=llama-3.1-8b");
    }

    @Test
    void takesNoShellVariableForMoney() {
        reads("python train.py --data $DATA --model gpt-4o --epochs 3", "ready estimate epochs=3 models=gpt-4o");
    }

    @Test
    void sharesAMultiplierAcrossARange() {
        reads("cost gpt-4o 15-20k examples", "ready estimate examples=15000..20000 models=gpt-4o");
        reads("cost gpt-4o 5-6 hundred examples", "ready estimate examples=500..600 models=gpt-4o");
    }

    @Test
    void sharesAFamilyBetweenSizes() {
        reads("llama 8b or 70b, 1k examples", "ready compare examples=1000 models=llama-3.1-8b,llama-3.3-70b");
        reads("8b/70b llama 1k examples", "ready compare examples=1000 models=llama-3.1-8b,llama-3.3-70b");
    }

    @Test
    void readsASizeBeforeItsFamily() {
        reads("cost the 70b llama 1k examples", "ready estimate examples=1000 models=llama-3.3-70b");
    }

    @Test
    void readsSingularUnits() {
        reads("cost gpt-4o 100 sample 3 epoch", "ready estimate epochs=3 examples=100 models=gpt-4o");
    }

    @Test
    void joinsNoNumberWithTheRangeBehindIt() {
        reads(
                "cost gpt-4o sequence length 292 744-3903 output tokens",
                "ready estimate models=gpt-4o outputTokens=744..3903 sequenceLength=292");
    }

    @Test
    void takesACountBehindASizeForNoVersion() {
        reads("cost llama 13b 2 epochs", "ready estimate epochs=2 models=llama_13b sizeB=13");
        reads("cost llama 13b 2 training epochs", "ready estimate epochs=2 models=llama_13b sizeB=13");
    }

    @Test
    void readsFullWidthText() {
        reads(
                "\uff43\uff4f\uff53\uff54 gpt-4o \uff11\uff10\uff10\uff10 examples\uff0c \uff13 epochs",
                "ready estimate epochs=3 examples=1000 models=gpt-4o");
    }

    @Test
    void takesNoTimestampsForValues() {
        reads("2026-11-25 12:30:01 INFO step 500 loss 0.4 gpt-4o", "not_a_request none models=gpt-4o");
    }

    @Test
    void readsNothingInsideAddressesAndDataSetNames() {
        reads("cost gpt-4o, see https://x.io/1000-examples/5-epochs", "ready estimate models=gpt-4o");
        reads("cost gpt-4o 500 examples of gsm8k", "ready estimate examples=500 models=gpt-4o");
    }

    @Test
    void tellsAProductFromBold() {
        reads("cost gpt-4o 1k * 500 * 3", "ready estimate epochs=3 examples=1000 models=gpt-4o tokensPerExample=500");
        reads("cost *gpt-4o* *1k* examples", "ready estimate examples=1000 models=gpt-4o");
        reads("cost gpt-4o 1_000 examples", "ready estimate examples=1000 models=gpt-4o");
    }

    @Test
    void readsTheDotlessI() {
        reads(
                "G\u0130VE me the cost of M\u0130STRAL 7B, 1k examples",
                "ready estimate examples=1000 models=mistral-7b");
    }

    @Test
    void readsAZeroForTheLetterO() {
        reads("cost gpt-40 1k examples", "ready estimate examples=1000 models=gpt-4o");
        assertThat(BuiltIn.read("cost gpt-40 1k examples").repairs()).isNotEmpty();
    }

    @Test
    void neverRepairsADigit() {
        reads("cost gpt-5 1k examples", "ready estimate examples=1000 models=gpt-5");
        reads("cost llama 13b 1k examples", "ready estimate examples=1000 models=llama_13b sizeB=13");
    }

    @Test
    void readsOneAsANumberOnlyWhereItCounts() {
        reads("which one is cheapest for gpt-4o, 2k rows?", "ready recommend examples=2000 models=gpt-4o");
        reads("cost gpt-4o 2k rows one epoch", "ready estimate epochs=1 examples=2000 models=gpt-4o");
    }

    @Test
    void readsNoGpuAcrossAnArticle() {
        reads(
                "how expensive is gpt-4o-mini on a 10 MB file?",
                "ready estimate models=gpt-4o-mini totalTokens=1700000..3300000");
    }

    @Test
    void takesASignBehindANameForOne() {
        reads("cost gpt-4o examples=-200 3 epochs", "question estimate epochs=3 models=gpt-4o");
    }

    @Test
    void dataSetsAreNoModelsAndTheirNamesTakeNoNumber() {
        reads(
                "cost llama 8b full finetune, 52k alpaca rows",
                "ready estimate examples=52000 method=full models=llama-3.1-8b");
        reads("cost tulu 3 8b 2k rows", "ready estimate examples=2000 models=tulu_3_8b sizeB=8");
        reads(
                "cost mistral 7b qlora on gsm8k one epoch",
                "ready estimate epochs=1 method=lora models=mistral-7b quantized=true");
        reads("cost mistral 7b lora batch 8 3 epochs", "ready estimate epochs=3 method=lora models=mistral-7b");
    }

    @Test
    void whatEveryExampleHasIsNoPriceOfOne() {
        reads(
                "what does it cost if every example has 300 tokens, 5,000 examples, 4o-mini",
                "ready estimate examples=5000 models=gpt-4o-mini tokensPerExample=300");
        reads("what does every example cost on 4o-mini", "ready estimate models=gpt-4o-mini pricedUnit=example");
    }

    private static void reads(String text, String label) {
        assertThat(Label.of(BuiltIn.read(text)))
                .as(text)
                .hasToString(Label.parse(label).toString());
    }
}
