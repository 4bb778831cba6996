package io.tunetally.slack.send;

import com.slack.api.methods.SlackFilesUploadV2Exception;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slack did not take a file. It stands for the SDK's exception, which says the address that a file is uploaded to. */
public final class FileRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int BAD_REQUEST = 400;

    private final String error;

    FileRefusedException(SlackFilesUploadV2Exception refused) {
        this(errors(refused));
    }

    private FileRefusedException(String error) {
        super("Slack did not take a file: " + error);
        this.error = error;
    }

    private static String errors(SlackFilesUploadV2Exception refused) {
        Stream<String> addresses = refused.getGetURLResponses().stream().map(response -> response.getError());
        Stream<String> uploads = refused.getUploadResponses().values().stream()
                .filter(response -> response.getCode() >= BAD_REQUEST)
                .map(response -> "status " + response.getCode());
        Stream<String> ends = Stream.ofNullable(refused.getCompleteResponse()).map(response -> response.getError());
        return Stream.of(addresses, uploads, ends)
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** Whether the installation does not allow files anywhere. */
    public boolean lacksScope() {
        return error.contains("missing_scope");
    }

    /** Slack's words for it. */
    public String error() {
        return error;
    }
}
