package io.tunetally.trainingconfig;

import io.tunetally.catalog.yaml.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a training config cannot be used; the message lists every fault as {@code file:line: key: problem}. */
public final class TrainingConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates an exception that names the file and why it cannot be used. */
    public TrainingConfigException(String problem) {
        super(problem);
    }

    TrainingConfigException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    }
}
