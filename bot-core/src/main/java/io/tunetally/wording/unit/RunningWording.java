package io.tunetally.wording.unit;

import io.tunetally.answer.advice.SellerTerms.Billing;
import io.tunetally.answer.advice.SellerTerms.Run;
import io.tunetally.answer.advice.SellerTerms.Running;
import io.tunetally.answer.outcome.ExplainOutcome.Terms;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Model;
import io.tunetally.engine.LineItem;
import io.tunetally.units.UnitPrice;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.unit.SellerTermsWording.Said;
import io.tunetally.wording.unit.SellerTermsWording.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words how tuned models run at a seller: by the hour, by the token, not at all, or in a way that is unknown. */
final class RunningWording {
    private RunningWording() {}

    /**
     * Returns the answer.
     *
     * @param reversed whether it was asked if the model runs by the token, and not if there is a fee by the hour
     */
    static Said said(Terms terms, String seller, Running running, boolean reversed) {
        List<Run> byHour = running.billed(Billing.BY_HOUR);
        List<Run> byToken = running.billed(Billing.BY_TOKEN);
        Model model = terms.model();
        if (byHour.isEmpty() && byToken.isEmpty()) {
            return SellerTermsWording.isOnly(running, Billing.UNKNOWN)
                    ? new Said(Verdict.UNKNOWN, "the price books do not say how " + seller + " runs " + tuned(model))
                    : new Said(Verdict.NO, seller + " trains " + name(model) + ", but does not run it");
        }
        Verdict verdict = (reversed ? byToken : byHour).isEmpty() ? Verdict.NO : Verdict.YES;
        if (byHour.isEmpty()) {
            String only = reversed
                    ? " bills only the tokens, without a fee by the hour: "
                    : " takes no fee by the hour, only the tokens: ";
            return new Said(verdict, seller + only + tokens(byToken, model));
        }
        if (byToken.isEmpty()) {
            return new Said(verdict, seller + " takes " + hours(byHour));
        }
        String free = byToken(byToken, byHour);
        return new Said(
                verdict,
                reversed
                        ? free + " without a fee by the hour on " + seller + "; others take " + hours(byHour)
                        : seller + " takes " + hours(byHour) + "; " + free + " without it");
    }

    private static String name(@Nullable Model model) {
        return model == null ? "models" : model.name();
    }

    private static String tuned(@Nullable Model model) {
        return model == null ? "a tuned model" : "a tuned " + model.name();
    }

    /** {@code from $0.80 an hour (from $576.00 a month) for a deployed model}. */
    private static String hours(List<Run> runs) {
        Run first = runs.getFirst();
        boolean same = runs.stream().allMatch(run -> run.hour().equals(first.hour()));
        return (same ? "" : "from ") + Numbers.amount(first.hour()) + " an hour (" + Numbers.money(first.month())
                + " a month) for " + endpoint(runs) + " is up, used or not";
    }

    private static String endpoint(List<Run> runs) {
        Run run = runs.getFirst();
        if (run.price(LineItem.Kind.DEDICATED_GPUS).isPresent()) {
            return "as long as a dedicated endpoint";
        }
        return run.price(LineItem.Kind.PROVISIONED_THROUGHPUT).isPresent()
                ? "as long as a provisioned unit"
                : "as long as a " + deployments(runs) + "deployment";
    }

    /** {@code $0.20 in and $0.80 out per 1M tokens (GPT-4.1 nano)}. */
    private static String tokens(List<Run> runs, @Nullable Model model) {
        Run first = runs.getFirst();
        String price =
                listed(first, LineItem.Kind.INPUT) + " in and " + listed(first, LineItem.Kind.OUTPUT) + " out per 1M";
        return model == null ? "from " + price + " (" + first.offer().model().name() + ")" : price;
    }

    private static String listed(Run run, LineItem.Kind kind) {
        return Numbers.listed(run.price(kind).map(UnitPrice::price).orElseThrow());
    }

    /** {@code global or regional }; nothing where there is no choice. */
    private static String deployments(List<Run> runs) {
        String labels = runs.stream()
                .flatMap(run -> Stream.ofNullable(run.deployment()))
                .distinct()
                .map(Labels::deployment)
                .collect(Collectors.joining(" or "));
        return labels.isEmpty() ? "" : labels + " ";
    }

    /** {@code a developer deployment comes}, {@code Nova Micro and Nova Lite come}. */
    private static String byToken(List<Run> byToken, List<Run> byHour) {
        List<Deployment> deployments = byToken.stream()
                .map(Run::deployment)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean ofDeployment = deployments.size() == 1
                && byToken.stream().allMatch(run -> run.deployment() == deployments.getFirst())
                && byHour.stream().noneMatch(run -> run.deployment() == deployments.getFirst());
        return ofDeployment
                ? "a " + Labels.deployment(deployments.getFirst()) + " deployment comes"
                : SellerTermsWording.some(SellerTermsWording.models(byToken))
                        + (SellerTermsWording.models(byToken).size() == 1 ? " comes" : " come");
    }

    static String text(Running running) {
        List<Run> byHour = running.billed(Billing.BY_HOUR);
        List<Run> byToken = running.billed(Billing.BY_TOKEN);
        StringBuilder text = new StringBuilder();
        if (!byHour.isEmpty()) {
            boolean tokensToo = byHour.getFirst().price(LineItem.Kind.OUTPUT).isPresent();
            text.append(
                    tokensToo
                            ? "The tokens of the requests come on top."
                            : "It pays for the requests as well: tokens are not billed besides.");
        } else if (!byToken.isEmpty()) {
            text.append(storage(byToken)
                    .map(fee -> "An unused model costs " + fee + " a month to store.")
                    .orElse("An unused model costs nothing."));
        }
        if (byHour.size() + byToken.size() > 0) {
            rest(text, running.billed(Billing.NOT_RUN), " can be trained, but not run there.");
            rest(text, running.billed(Billing.UNKNOWN), " run there in a way that no source states.");
        }
        if (!text.isEmpty()) {
            return text.toString();
        }
        return running.runs().stream().anyMatch(Run::handedOut)
                ? "The tuned weights can be downloaded, to be run elsewhere."
                : "So its cost there is unknown until the seller tells it.";
    }

    private static Optional<String> storage(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.price(LineItem.Kind.STORAGE).stream())
                .findFirst()
                .map(fee -> Numbers.listed(fee.price()));
    }

    private static void rest(StringBuilder text, List<Run> runs, String what) {
        if (!runs.isEmpty()) {
            text.append(' ')
                    .append(SellerTermsWording.some(SellerTermsWording.models(runs)))
                    .append(what);
        }
    }
}
