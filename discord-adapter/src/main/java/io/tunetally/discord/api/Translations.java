package io.tunetally.discord.api;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;

/** Names and descriptions of commands in other languages, from {@code commands_*.properties}. An option is described once, whichever command it belongs to. */
public final class Translations implements LocalizationFunction {
    private static final String BUNDLE = "io.tunetally.discord.commands";
    static final List<DiscordLocale> LOCALES = List.of(
            DiscordLocale.GERMAN,
            DiscordLocale.FRENCH,
            DiscordLocale.SPANISH,
            DiscordLocale.PORTUGUESE_BRAZILIAN,
            DiscordLocale.JAPANESE);

    private final Map<DiscordLocale, ResourceBundle> bundles = new HashMap<>();

    public Translations() {
        LOCALES.forEach(locale -> bundles.put(
                locale,
                ResourceBundle.getBundle(
                        BUNDLE,
                        Locale.forLanguageTag(locale.getLocale()),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))));
    }

    @Override
    public Map<DiscordLocale, String> apply(String localizationKey) {
        String key = localizationKey.replaceFirst(".*\\.options\\.", "option.");
        Map<DiscordLocale, String> texts = new HashMap<>();
        bundles.forEach((locale, bundle) -> {
            if (bundle.containsKey(key)) {
                texts.put(locale, bundle.getString(key));
            }
        });
        return texts;
    }
}
