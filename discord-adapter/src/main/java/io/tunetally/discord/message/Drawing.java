package io.tunetally.discord.message;

import io.tunetally.chart.ChartException;
import io.tunetally.chart.ChartPicture;
import io.tunetally.reply.ChartSpec;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this machine's Java can draw charts; where it cannot, they are shown in characters. */
public final class Drawing {
    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);
    private static final boolean WORKS = tried();

    private Drawing() {}

    public static boolean works() {
        return WORKS;
    }

    private static boolean tried() {
        try {
            return ChartPicture.png(new ChartSpec.Bars("", "", List.of())).length > 0;
        } catch (ChartException unable) {
            LOG.warn("charts are shown in characters: {}", unable.getMessage());
            return false;
        }
    }
}
