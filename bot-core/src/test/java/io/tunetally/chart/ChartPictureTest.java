package io.tunetally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tunetally.JavaProcess;
import io.tunetally.reply.ChartSpec;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartPictureTest {
    private static final int MOST_BYTES = 150_000;
    private static final Color BLUE = Palette.series(0);
    private static final Color ORANGE = Palette.series(1);

    private static final ChartSpec BARS = new ChartSpec.Bars(
            "Training cost",
            "TuneTally, 2026-11-25: guide prices",
            List.of(bar("Llama", "2", "3"), bar("GPT-4o", "10", "10"), bar("Free", "0", "0")));

    private static final ChartSpec LINES =
            lines(new ChartSpec.Crossing(BigDecimal.valueOf(60), BigDecimal.valueOf(60), "pays back after 2 months"));

    @Test
    void isAPngOfAPhonesWidthOnWhite() throws IOException {
        for (ChartSpec spec : List.of(BARS, LINES)) {
            byte[] png = ChartPicture.png(spec);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

            assertThat(png).hasSizeLessThan(MOST_BYTES);
            assertThat(image.getWidth()).isEqualTo(800);
            assertThat(image.getHeight()).isBetween(200, 1000);
            for (int x : List.of(0, 799)) {
                assertThat(new Color(image.getRGB(x, 0))).isEqualTo(Color.WHITE);
                assertThat(new Color(image.getRGB(x, image.getHeight() - 1))).isEqualTo(Color.WHITE);
            }
        }
    }

    @Test
    void hasTheColoursThatWereDrawnButForShadesOfEdges() throws IOException {
        for (ChartSpec spec : List.of(BARS, LINES)) {
            BufferedImage drawn = ChartPicture.drawn(spec);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(ChartPicture.png(spec)));

            assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
            for (int y = 0; y < drawn.getHeight(); y++) {
                for (int x = 0; x < drawn.getWidth(); x++) {
                    Color expected = new Color(drawn.getRGB(x, y));
                    Color found = new Color(read.getRGB(x, y));
                    assertThat(found.equals(expected)
                                    || (!Palette.all().contains(expected) && isClose(found, expected)))
                            .as("%s at %d, %d for %s", found, x, y, expected)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isClose(Color found, Color expected) {
        return Stream.<ToIntFunction<Color>>of(Color::getRed, Color::getGreen, Color::getBlue)
                .allMatch(channel -> Math.abs(channel.applyAsInt(found) - channel.applyAsInt(expected)) < 8);
    }

    @Test
    void likeColoursBecomeOneWhereThereAreTooMany() {
        BufferedImage shades = new BufferedImage(512, 1, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 512).forEach(n -> shades.setRGB(n, 0, ((n & 31) << 19) | (((n >> 5) & 15) << 11)));

        assertThat(IndexedPicture.of(shades)).hasValueSatisfying(indexed -> {
            IndexColorModel colors = (IndexColorModel) indexed.getColorModel();
            assertThat(colors.getMapSize()).isLessThan(256);
            assertThat(new Color(indexed.getRGB(1, 0))).isEqualTo(new Color(indexed.getRGB(0, 0)));
        });
    }

    @Test
    void keepsAPictureOfTooManyColours() {
        BufferedImage noise = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 10_000).forEach(n -> noise.setRGB(n % 100, n / 100, n * 1_677));

        assertThat(IndexedPicture.of(noise)).isEmpty();
    }

    @Test
    void isTheSameBytesForTheSameChart() {
        assertThat(ChartPicture.png(BARS)).isEqualTo(ChartPicture.png(BARS));
        assertThat(ChartPicture.png(LINES)).isEqualTo(ChartPicture.png(LINES));
        assertThat(ChartPicture.png(LINES)).isNotEqualTo(ChartPicture.png(lines(null)));
    }

    /** As in a container, where Java itself fails before it opens a font. */
    @Test
    void needsNoFontsOfTheMachine(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("chart.png");
        Path noFonts = Files.writeString(
                folder.resolve("fonts.conf"),
                "<?xml version=\"1.0\"?><fontconfig><dir>" + folder + "</dir></fontconfig>");
        ProcessBuilder builder = JavaProcess.of(
                List.of("-Duser.home=" + folder), // Java caches font data in the user's folder.
                ChartPictureTest.class,
                file.toString());
        builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
        Process process = builder.redirectErrorStream(true).start();

        assertThat(process.inputReader().readAllAsString()).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(ChartPicture.png(LINES));
    }

    /** The program that {@link #needsNoFontsOfTheMachine} runs: writes a picture to a file. */
    public static void main(String[] file) throws IOException {
        Files.write(Path.of(file[0]), ChartPicture.png(LINES));
    }

    @Test
    void drawsBarsAsLongAsTheirAmounts() {
        BufferedImage image = ChartPicture.drawn(BARS);

        List<Integer> lengths = lengths(image, BLUE);
        assertThat(lengths.getFirst()).isCloseTo(lengths.get(1) / 5, within(2));
        assertThat(lengths).as("an amount of zero has no bar").hasSize(2);
        assertThat(lengths.get(1)).isBetween(730, 740);
    }

    @Test
    void showsTheSpanOfABandLighter() {
        BufferedImage image = ChartPicture.drawn(BARS);
        int row = firstRow(image, BLUE);

        assertThat(runLength(image, row, BLUE)).isBetween(145, 149);
        Color veil = new Color(image.getRGB(32 + 147 + 20, row));
        assertThat(veil).isNotIn(BLUE, Color.WHITE);
        assertThat(new Color(image.getRGB(32 + 147 + 80, row))).isEqualTo(Palette.TRACK);
    }

    @Test
    void drawsEveryLineInItsColourAndDarkTextOnWhite() {
        BufferedImage image = ChartPicture.drawn(LINES);

        assertThat(count(image, BLUE)).isGreaterThan(500);
        assertThat(count(image, ORANGE)).isGreaterThan(300);
        assertThat(count(image, Palette.INK)).isGreaterThan(500);
        assertThat(contrast(Palette.INK)).isGreaterThan(7);
        assertThat(contrast(Palette.FAINT)).isGreaterThan(4.5);
    }

    @Test
    void putsTheCrossingWhereTheLinesCross() {
        BufferedImage with = ChartPicture.drawn(LINES);
        BufferedImage without = ChartPicture.drawn(lines(null));
        int middle = with.getHeight() / 2;

        List<Integer> changed = IntStream.range(0, 800)
                .filter(x -> IntStream.range(middle - 40, middle + 40)
                        .anyMatch(y -> with.getRGB(x, y) != without.getRGB(x, y)))
                .boxed()
                .toList();
        assertThat(changed).isNotEmpty();
        double left = leftOfTheGrid(without);
        // The middle of the stroke: its edges are as far away as the tolerance of a whole pixel would be wide.
        double crossing = (changed.getFirst() + changed.getLast()) / 2.0;
        assertThat(crossing).isCloseTo(left + (768 - left) / 3, within(2.0));
        assertThat(changed.getLast() - changed.getFirst()).isLessThan(8);
    }

    /** The centre is the present value: a range that is open upwards fills the right half faintly. */
    @Test
    void drawsARangeOnBothSidesOfThePresentValue() {
        ChartSpec.End half = new ChartSpec.End(BigDecimal.TEN, "10");
        ChartSpec.End whole = new ChartSpec.End(BigDecimal.valueOf(100), "1");
        BufferedImage picture = ChartPicture.drawn(new ChartSpec.Tornado(
                "Ranges",
                "",
                "",
                List.of(new ChartSpec.Swing("a", "100", half, null), new ChartSpec.Swing("b", "100", whole, half))));
        int firstBar = firstBar(picture);
        assertThat(picture.getRGB(100, firstBar)).isEqualTo(Palette.TRACK.getRGB());
        assertThat(picture.getRGB(300, firstBar)).isEqualTo(Palette.series(0).getRGB());
        assertThat(picture.getRGB(700, firstBar))
                .isNotEqualTo(Palette.TRACK.getRGB())
                .isNotEqualTo(Palette.series(0).getRGB());
        int secondBar = firstBar + 80;
        assertThat(picture.getRGB(40, secondBar)).isEqualTo(Palette.series(0).getRGB());
        assertThat(picture.getRGB(500, secondBar)).isEqualTo(Palette.series(0).getRGB());
        assertThat(picture.getRGB(700, secondBar)).isEqualTo(Palette.TRACK.getRGB());
    }

    /** Returns the middle of the first bar. */
    private static int firstBar(BufferedImage picture) {
        return 13
                + IntStream.range(0, picture.getHeight())
                        .filter(y -> picture.getRGB(300, y) == Palette.series(0).getRGB())
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void drawsEmptyZeroAndHugeAmounts() throws IOException {
        ChartSpec none = new ChartSpec.Bars("Nothing", "", List.of());
        ChartSpec zeroes = new ChartSpec.Bars("Zero", "", List.of(bar("a", "0", "0")));
        ChartSpec noTicks = new ChartSpec.Lines("Nothing", "", List.of(), List.of(), null);
        ChartSpec many = new ChartSpec.Bars(
                "Very ".repeat(60),
                "long ".repeat(80),
                IntStream.range(0, 100)
                        .mapToObj(n -> bar("A name ".repeat(20) + n, "1", "123456789012345"))
                        .toList());
        for (ChartSpec spec : List.of(none, zeroes, noTicks, many)) {
            assertThat(ImageIO.read(new ByteArrayInputStream(ChartPicture.png(spec)))
                            .getHeight())
                    .isBetween(60, 2400);
        }
    }

    private static ChartSpec lines(ChartSpec.@Nullable Crossing crossing) {
        return new ChartSpec.Lines(
                "Cumulative cost",
                "TuneTally, 2026-11-25: guide prices",
                IntStream.rangeClosed(0, 6)
                        .mapToObj(n -> new ChartSpec.Tick("month " + n, n * 30L))
                        .toList(),
                List.of(course("untuned", 0, 9), course("tuned", 12, 3)),
                crossing);
    }

    private static ChartSpec.Line course(String name, long start, long monthly) {
        return new ChartSpec.Line(
                name,
                IntStream.rangeClosed(0, 6)
                        .mapToObj(n -> amount(String.valueOf(start + n * monthly)))
                        .toList());
    }

    private static ChartSpec.Bar bar(String name, String low, String high) {
        return new ChartSpec.Bar(
                name, new ChartSpec.Amount(new BigDecimal(low), new BigDecimal(high), "$" + low + "-$" + high));
    }

    private static ChartSpec.Amount amount(String usd) {
        return new ChartSpec.Amount(new BigDecimal(usd), new BigDecimal(usd), "$" + usd);
    }

    /** Returns the longest run of a colour in each group of rows that contains it. */
    private static List<Integer> lengths(BufferedImage image, Color color) {
        List<Integer> lengths = new ArrayList<>();
        int before = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int length = runLength(image, y, color);
            if (length > 0 && before == 0) {
                lengths.add(length);
            }
            before = length;
        }
        return lengths;
    }

    private static int firstRow(BufferedImage image, Color color) {
        return IntStream.range(0, image.getHeight())
                .filter(y -> runLength(image, y, color) > 0)
                .findFirst()
                .orElseThrow();
    }

    private static int runLength(BufferedImage image, int y, Color color) {
        return (int) IntStream.range(0, image.getWidth())
                .filter(x -> image.getRGB(x, y) == color.getRGB())
                .count();
    }

    private static int count(BufferedImage image, Color color) {
        return IntStream.range(0, image.getHeight())
                .map(y -> runLength(image, y, color))
                .sum();
    }

    /** Returns the start of the grid's lowest line. */
    private static int leftOfTheGrid(BufferedImage image) {
        return IntStream.range(0, image.getHeight())
                .mapToObj(y -> IntStream.range(0, image.getWidth())
                        .filter(x -> image.getRGB(x, y) == Palette.GRID.getRGB())
                        .boxed()
                        .toList())
                .filter(grid -> grid.size() > 500)
                // A series may hide the beginning of one line.
                .mapToInt(List::getFirst)
                .min()
                .orElseThrow();
    }

    /** Returns the contrast of a colour on white, by WCAG 2. */
    private static double contrast(Color color) {
        double luminance =
                0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
