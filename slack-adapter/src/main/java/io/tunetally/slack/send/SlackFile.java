package io.tunetally.slack.send;

import com.slack.api.methods.request.files.FilesUploadV2Request;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Cut;
import io.tunetally.slack.api.SlackLimits;
import org.jspecify.annotations.Nullable;

/** A file to upload. */
public final class SlackFile {
    private final String name;
    private final byte[] bytes;
    private final String title;
    private final @Nullable String altText;

    private SlackFile(String name, byte[] bytes, String title, @Nullable String altText) {
        this.name = name;
        this.bytes = bytes;
        this.title = title;
        this.altText = altText;
    }

    /** A chart as a picture, with its content in words for those who cannot see it. */
    public static SlackFile picture(byte[] png, ChartSpec spec) {
        return new SlackFile("chart.png", png, spec.title(), Cut.to(spec.inWords(), SlackLimits.ALT_TEXT));
    }

    /** A file of a reply. */
    public static SlackFile of(Block.File file) {
        return new SlackFile(file.name(), file.bytes(), file.name(), null);
    }

    FilesUploadV2Request.FilesUploadV2RequestBuilder request(String token) {
        return FilesUploadV2Request.builder()
                .token(token)
                .fileData(bytes)
                .filename(name)
                .title(title)
                .altTxt(altText);
    }
}
