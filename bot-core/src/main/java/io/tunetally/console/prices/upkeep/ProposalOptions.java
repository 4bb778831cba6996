package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.yaml.EditionText;
import io.tunetally.console.prices.PriceNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The options of a proposal: the keys of a price entry. */
final class ProposalOptions {
    @CommandLine.Parameters(arity = "1..*", paramLabel = "FIGURE=USD", description = "prices, e.g. training.full=25.00")
    List<String> figures = new ArrayList<>();

    @CommandLine.Option(names = "--model", paramLabel = "MODEL", description = "the model; any spelling")
    @Nullable String model;

    @CommandLine.Option(
            names = "--over",
            paramLabel = "B",
            description = "instead of a model, open models of more billion parameters")
    @Nullable String over;

    @CommandLine.Option(names = "--up-to", paramLabel = "B", description = "and of at most so many")
    @Nullable String upTo;

    @CommandLine.Option(names = "--any", description = "instead of a model, everything at the provider")
    boolean any;

    @CommandLine.Option(names = "--provider", paramLabel = "PROVIDER", required = true, description = "the provider")
    String provider = "";

    @CommandLine.Option(
            names = "--edition",
            paramLabel = "EDITION",
            defaultValue = "published",
            description = "the price book (default: ${DEFAULT-VALUE})")
    String edition = "published";

    @CommandLine.Option(names = "--deployment", paramLabel = "WORD", description = "e.g. global or dedicated")
    @Nullable String deployment;

    @CommandLine.Option(names = "--variant", paramLabel = "TEXT", description = "another distinction, e.g. a region")
    @Nullable String variant;

    @CommandLine.Option(
            names = "--objectives",
            split = ",",
            paramLabel = "WORD",
            description = "sft, dpo, rft (default: those of the price before)")
    @Nullable List<String> objectives;

    @CommandLine.Option(names = "--source", paramLabel = "TITLE", required = true, description = "the page's title")
    String source = "";

    @CommandLine.Option(names = "--url", paramLabel = "URL", description = "the page's address")
    @Nullable String url;

    @CommandLine.Option(
            names = "--observed",
            paramLabel = "DATE",
            description = "the day the page was read (default: today)")
    @Nullable LocalDate observed;

    @CommandLine.Option(names = "--from", paramLabel = "DATE", description = "the first day the prices are valid")
    @Nullable LocalDate from;

    @CommandLine.Option(
            names = "--confidence",
            paramLabel = "A-D",
            defaultValue = "B",
            description =
                    "A: a crawl of the page, B: the vendor's document or two copies, C: one copy, D: derived (default: ${DEFAULT-VALUE})")
    String confidence = "B";

    /**
     * Returns the entry; a source that the books have already is referred to.
     *
     * @throws CommandLine.ParameterException if a name is unknown
     */
    EntryDraft draft(
            PriceNames names, ProviderId provider, KnownSources sources, LocalDate today, CommandLine command) {
        for (String figure : figures) {
            if (!EntryDraft.isFigure(figure)) {
                throw new CommandLine.ParameterException(
                        command, "'" + figure + "' is not a figure and its price; write e.g. training.full=25.00");
            }
        }
        LocalDate day = observed == null ? today : observed;
        Optional<Source> known = Optional.ofNullable(url).flatMap(address -> sources.at(address, day));
        Source cited =
                known.orElseGet(() -> new Source(sources.unusedId(provider.value() + "-" + day), source, url, day));
        return new EntryDraft(head(names, provider), figures, cited, known.isPresent(), day, from, confidence);
    }

    private Map<String, String> head(PriceNames names, ProviderId provider) {
        Map<String, String> head = new LinkedHashMap<>();
        if (model != null) {
            head.put("model", EditionText.quoted(names.model(model).value()));
        }
        if (over != null || upTo != null) {
            head.put("size", size());
        }
        if (any) {
            head.put("any", "true");
        }
        head.put("provider", EditionText.quoted(provider.value()));
        if (deployment != null) {
            head.put("deployment", EntryDraft.scalar(deployment));
        }
        if (variant != null) {
            head.put("variant", EntryDraft.scalar(variant));
        }
        if (objectives != null) {
            head.put(
                    "objectives",
                    objectives.stream().map(EntryDraft::scalar).toList().toString());
        }
        return head;
    }

    private String size() {
        List<String> bounds = new ArrayList<>();
        if (over != null) {
            bounds.add("over: " + EntryDraft.scalar(over));
        }
        if (upTo != null) {
            bounds.add("up_to: " + EntryDraft.scalar(upTo));
        }
        return "{" + String.join(", ", bounds) + "}";
    }
}
