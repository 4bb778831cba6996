package io.tunetally.discussion;

/**
 * A priced plan.
 *
 * @param canonical what was asked
 * @param full the same with every assumption
 * @param job the same of the one offer that it is priced at: equal for the same plan, in whatever words it was asked
 * @param tokens billed; 0 if unknown
 */
public record Plan(String canonical, String full, String job, long tokens, Figures figures) {
    /** True if both are the same plan, at whatever prices. A record from before there was a job has none. */
    boolean isSame(Plan other) {
        return (!job.isEmpty() && job.equals(other.job)) || full.equals(other.full);
    }

    Plan at(Figures other) {
        return new Plan(canonical, full, job, tokens, other);
    }

    void write(Body body) {
        body.with("canonical", canonical).with("full", full).with("job", job).with("tokens", tokens);
        figures.write(body);
    }

    static Plan read(Body body) {
        return new Plan(
                body.text("canonical"), body.text("full"), body.text("job"), body.number("tokens"), Figures.read(body));
    }
}
