package io.tunetally.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The fonts of a picture: Roboto, bundled with this class, so that a picture is the same everywhere and a machine needs no fonts. */
record Typeface(Font font) {
    static final Typeface REGULAR = new Typeface(load("Roboto-Regular.ttf"));
    static final Typeface BOLD = new Typeface(load("Roboto-Bold.ttf"));

    /** Java on Linux asks fontconfig for system fonts before it opens a bundled one, and fails if there are none. */
    private static final String NO_FONTS_OF_THE_MACHINE = "version=1\nsequence.allfonts=default\n";

    private static final String FONTS_OF_THE_MACHINE = "sun.awt.fontconfig";
    private static final String HEADLESS = "java.awt.headless";
    /** Returns the glyphs of a size in points. */
    Glyphs glyphs(double size) {
        return new Glyphs(font, size, Canvas.SCALE);
    }

    private static Font load(String file) {
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        try (InputStream in = Typeface.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return withoutFontsOfTheMachine(() -> Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (IOException | FontFormatException damaged) {
            throw new IllegalStateException(file + " cannot be read", damaged);
        }
    }

    /** Opens a font. */
    private interface Opening {
        Font open() throws IOException, FontFormatException;
    }

    private static Font withoutFontsOfTheMachine(Opening opening) throws IOException, FontFormatException {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        if (!linux || System.getProperty(FONTS_OF_THE_MACHINE) != null) {
            return opening.open();
        }
        Path none = Files.createTempFile("tunetally", ".fontconfig");
        try {
            Files.writeString(none, NO_FONTS_OF_THE_MACHINE);
            System.setProperty(FONTS_OF_THE_MACHINE, none.toString());
            return opening.open();
        } finally {
            System.clearProperty(FONTS_OF_THE_MACHINE);
            Files.delete(none);
        }
    }
}
