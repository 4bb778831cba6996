package io.tunetally.interpreter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.text.FoldedText;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TranslatorTest {
    private static final Languages LANGUAGES =
            new Languages(Lexicon.builtIn(), () -> Glossaries.compile(Lexicon.builtIn()), Stages.lexicon());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | 2.500 Beispiele, 1,5k Token | 2500 example, 1.5k token",
                "de | zweitausendfünfhundert Zeilen | 2500 example",
                "de | eine Epoche, ein Modell | 1 epoch,",
                "de | 2 bis 3 Tsd. Tickets | 2000 to 3000 items",
                "de | Kosten über ein halbes Jahr | cost over 0.5 year",
                "de | von 2.000 auf 150 Token | of 2000 to 150 token",
                "de | auf Fireworks | on fireworks",
                "de | Trainingsbeispiele für gpt-4.1-mini | example for gpt-4.1-mini",
                "fr | l'entraînement d'un million d'exemples | training 1000000 example",
                "fr | 1 500 exemples à 0,50 $ | 1 500 example to $0.5",
                "fr | quatre-vingt-dix mille tokens | 90000 token",
                "de | wurde trainiert | was training",
                "de | würde kosten | cost",
                "fr | où ou ou | where or or",
                "pt | o custo é 3 e 4 | cost is 3 and 4",
                "de | täglich 2.000 Anfragen | 2000 requests daily",
                "es | 5 mil ejemplos por 2 épocas | 5000 example for 2 epochs",
                "es | mil quinientas peticiones por día | 1500 requests per day",
                "pt | R$ 300 | 300 brl",
                "pt | 2,5 milhões de tokens | 2500000 token",
                "ja | 5千件 | 5000 examples",
                "ja | 1.5万サンプル | 15000 examples",
                "ja | 一万二千三百件 | 12300 examples",
                "ja | 2～3万件 | 20000 - 30000 examples",
                "ja | 一番安い | cheapest",
                "zh | 32张80G | 32 whatnots",
                "zh | 要16*80G | 16 whatnots",
                "zh | 128卡的 | 128 whatnots",
                "zh | 8张40G的A100 | 8 x a100",
                "zh | 10万条 | 100000 examples",
                "zh | 两万五千条，三轮 | 25000 examples , 3 epochs",
                "zh | 两万五条，1万5条，12万5条 | 25000 examples , 15000 examples , 125000 examples",
                "zh | 三千五条，一百零五条 | 3500 examples , 105 examples",
                "ja | 二百五件 | 205 examples",
                "zh | rank 64，3.6万条对话 | rank 64 , 36000 items",
                "zh | 一个epoch | 1 epochs",
                "ja | llama-2-7bを3エポック | llama-2-7b 3 epochs",
                "zh | 100美元 | $100",
                "de | 780 beglaubigte Urkunden, davon 90 doppelt | 780 beglaubigte items, of which 90 duplicates",
                "de | 3.100 gegliederte Satzungen | 3100 gegliederte dossiers",
                "de | 90 davon, 120 Kilometern, im Jahr 1987 Satzungen | 90 of them, 120 kilometern, per year 1987 satzungen",
                "de | was hältst du davon | what haltst of them",
                "de | mit 400 gehe ich zum Amt | with 400 gehe i amt",
                "fr | 640 vitraux, dont 200 que j'enlève | 640 dossiers, of which 200 that i leave out",
                "es | lleva abierta, de ellos 300 | abierta, of which 300",
                "pt | por 100 dólares | for $100",
                "ja | 1日60件、毎日メールが320通 | 60 request daily , items 320 request daily",
                "ja | 1350件ではなく1530件 | not 1350 examples , 1530 examples",
                "ja | togetherの代わりにfireworks | instead of together , fireworks",
                "ja | 1日800くらい | 800 daily about",
                "ja | 配車係3人 | 3 people",
                "ja | 足りますか。 | enough for ?",
                "de | vergleich mit full | compare with full fine tune",
                "ja | 8200件のうち200件は重複なので除きます | 8200 examples of which 200 examples are duplicates and we leave those out",
                "zh | 每天大概只有60个咨询 | about 60 requests daily",
                "zh | 7400段藏品说明，只要100个。 | 7400 items , 100 .",
                "zh | 用qwen2.5-7b微调3900轴 | with qwen2.5-7b fine tuning 3900 dossiers",
                "zh | 其中500条是空的，去掉 | of which 500 examples are useless , remove those",
                "zh | 去掉gpt-4o-mini | remove gpt-4o-mini",
                "zh | 租4张4090，4000张发票 | rented 4 x 4090 , 4000 items",
                "zh | 单卡A6000跑，双卡3090 | 1 x a6000 , 2 x 3090",
                "zh | 4090单卡 | 1 x 4090",
                "ja | A100を2枚、60枚 | 2 x a100 , 60 items",
                "ja | A100、2枚のH100 | a100 , 2 x h100",
                "ja | r=16、2エポック | r=16 , 2 epochs",
                "ja | rtx 4090×1の学習 | 1 x rtx 4090 train",
                "ja | gemma 2 9bを | gemma 2 9b",
                "zh | 有200多万条 | 2000000 examples",
                "zh | 有二十几万条 | 200000 examples",
                "zh | 有三百多条 | 300 examples",
                "zh | 三四百条，一两天 | 300 - 400 examples , 1 - 2 days",
                "zh | 两三百美元 | $200 - $300",
                "zh | 数据120万，加上自己的3万 | examples 1200000 plus 30000",
                "zh | 数据120MB | data 120mb",
                "zh | 3张2048*2048的照片 | 3 example",
                "zh | 每条8张图，共800条 | each 8 whatnots , total 800 examples",
                "zh | 每步64个样本 | batch size 64 whatnots",
                "zh | 4张40G的A100 | 4 x a100",
                "zh | 一张24G的卡 | 1 whatnots",
                "zh | 32张A800，一块2080ti | 32 x a800 , 1 x 2080ti",
                "zh | 用4090训 | with rtx 4090 train",
                "zh | 4090条 | 4090 examples",
                "zh | 第二批，三条 | 批 , 3 examples",
                "de | mit einer L40S und einer Karte | with 1 x l40s and karte",
                "fr | 50 % de demandes en plus | 50 % more of requests",
                "fr | un tiers de demandes en moins | a third less requests",
                "fr | trois cartons de moins | 3 cartons less",
                "fr | 100 fiches de moins | 100 items less",
                "es | al día contestamos 130 quejas | contestamos 130 items daily",
                "fr | et, chaque jour, 140 courriers | and, , 140 items daily"
            })
    void replacesPhrasesAndNumbersByThoseOfTheEnglishLexicon(String language, String text, String english) {
        assertThat(translated(language, text).text().replaceAll("\\s+", " ").strip())
                .isEqualTo(english);
    }

    @Test
    void keepsThePositionOfEachValueInTheOriginal() {
        FoldedText text = translated("de", "Kosten: 2.500 Beispiele");
        int number = text.text().indexOf("2500");
        assertThat(text.typed(number, number + 4)).isEqualTo("2.500");
        assertThat(text.isTranslated()).isTrue();
    }

    @Test
    void aLanguageWithoutALexiconIsNotTranslated() {
        assertThat(LANGUAGES.translate("it", Stages.folded("quanto costa"))).isNull();
        assertThat(Stages.folded("quanto costa").isTranslated()).isFalse();
    }

    private static FoldedText translated(String language, String text) {
        return Objects.requireNonNull(LANGUAGES.translate(language, Stages.folded(text)));
    }
}
