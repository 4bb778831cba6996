package io.tunetally.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All price data, loaded and checked: models, providers, lifecycle and the price books in look-up order. */
public final class Catalog {
    /**
     * The providers and models that are out of the question in one answer.
     *
     * @param models ids of models, or names of families, of which all are out
     * @param mostBillionParameters the largest size that is wanted, null for any; a model of unknown size is out then
     * @param openBut the models that stay although their weights are closed, null if no model is out for that
     */
    public record Exclusions(
            Set<ProviderId> providers,
            Set<ModelId> models,
            @Nullable BigDecimal mostBillionParameters,
            @Nullable Set<ModelId> openBut) {
        public static final Exclusions NONE = new Exclusions(Set.of(), Set.of(), null, null);

        public Exclusions {
            providers = Set.copyOf(providers);
            models = Set.copyOf(models);
            openBut = openBut == null ? null : Set.copyOf(openBut);
        }

        boolean exclude(Model model) {
            BigDecimal size = model.billionParameters();
            boolean tooLarge = mostBillionParameters != null
                    && (!model.open() || size == null || size.compareTo(mostBillionParameters) > 0);
            boolean closed = openBut != null && !model.open() && !openBut.contains(model.id());
            return tooLarge
                    || closed
                    || models.stream().anyMatch(out -> out.equals(model.id()) || isFamily(out, model.id()));
        }

        /** True for the {@code qwen} of {@code qwen3-8b} and the {@code mini} of {@code gpt-4o-mini}. */
        private boolean isFamily(ModelId family, ModelId model) {
            String name = family.value();
            String id = model.value();
            boolean first =
                    id.startsWith(name) && id.length() > name.length() && !Character.isLetter(id.charAt(name.length()));
            boolean letters = name.chars().allMatch(Character::isLetter);
            return letters && (first || id.endsWith("-" + name));
        }
    }

    /**
     * All that a catalog is made of.
     *
     * @param availability the providers' lists
     * @param books in look-up order
     * @param spellingPlaces the positions of model and provider spellings, by id
     */
    public record Content(
            List<Model> models,
            List<Provider> providers,
            List<LifecycleEvent> lifecycle,
            List<Availability> availability,
            List<PriceBook> books,
            Map<String, FilePosition> spellingPlaces) {}

    private final Map<ModelId, Model> models = new LinkedHashMap<>();
    private final Map<ProviderId, Provider> providers = new LinkedHashMap<>();
    private final Map<String, Model> modelsBySpelling = new HashMap<>();
    private final Map<String, Provider> providersBySpelling = new HashMap<>();
    private final List<LifecycleEvent> lifecycle;
    private final Map<ProviderId, List<Availability>> availability = new HashMap<>();
    private final List<PriceBook> books;
    private final RateIndex rates;
    private final Map<String, FilePosition> spellingPlaces;

    /** Creates a catalog; {@code books} are in look-up order, ids are unique. */
    public Catalog(
            List<Model> models, List<Provider> providers, List<LifecycleEvent> lifecycle, List<PriceBook> books) {
        this(new Content(models, providers, lifecycle, List.of(), books, Map.of()));
    }

    /** Creates a catalog. */
    public Catalog(Content content) {
        spellingPlaces = Map.copyOf(content.spellingPlaces());
        for (Model model : content.models()) {
            models.put(model.id(), model);
            model.spellings().forEach(spelling -> modelsBySpelling.put(Spelling.fold(spelling), model));
        }
        for (Provider provider : content.providers()) {
            providers.put(provider.id(), provider);
            provider.spellings().forEach(spelling -> providersBySpelling.put(Spelling.fold(spelling), provider));
        }
        lifecycle = List.copyOf(content.lifecycle());
        content.availability()
                .forEach(fact -> availability
                        .computeIfAbsent(fact.provider(), _ -> new ArrayList<>())
                        .add(fact));
        books = List.copyOf(content.books());
        rates = new RateIndex(books);
    }

    /** Creates a catalog with the same data and other books. */
    private Catalog(Catalog other, List<PriceBook> books, RateIndex rates) {
        this(other, other.lifecycle, books, rates);
    }

    /** Creates a catalog with the same data but for ends of life and books. */
    private Catalog(Catalog other, List<LifecycleEvent> ends, List<PriceBook> books, RateIndex rates) {
        models.putAll(other.models);
        providers.putAll(other.providers);
        modelsBySpelling.putAll(other.modelsBySpelling);
        providersBySpelling.putAll(other.providersBySpelling);
        lifecycle = List.copyOf(ends);
        availability.putAll(other.availability);
        this.books = List.copyOf(books);
        this.rates = rates;
        spellingPlaces = other.spellingPlaces;
    }

    /** Returns the catalog with other ends of life and books. */
    public Catalog with(List<LifecycleEvent> ends, List<PriceBook> changed) {
        return new Catalog(this, ends, changed, new RateIndex(changed));
    }

    /** Returns the catalog without the providers' prices and the models that are out of the question. */
    public Catalog without(Exclusions out) {
        if (out.equals(Exclusions.NONE)) {
            return this;
        }
        Set<ModelId> gone =
                models.values().stream().filter(out::exclude).map(Model::id).collect(Collectors.toSet());
        Catalog left = with(
                lifecycle,
                books.stream()
                        .map(book -> book.with(book.rates().stream()
                                .filter(rate -> !out.providers().contains(rate.provider()))
                                .filter(rate -> !(rate.subject() instanceof PriceScope.OfModel of)
                                        || !gone.contains(of.model()))
                                .toList()))
                        .toList());
        left.models.keySet().removeAll(gone);
        return left;
    }

    public List<Model> models() {
        return List.copyOf(models.values());
    }

    public Optional<Model> model(ModelId id) {
        return Optional.ofNullable(models.get(id));
    }

    /** Returns the model with a spelling, ignoring case and separators. */
    public Optional<Model> modelNamed(String spelling) {
        return Optional.ofNullable(modelsBySpelling.get(Spelling.fold(spelling)));
    }

    public List<Provider> providers() {
        return List.copyOf(providers.values());
    }

    public Optional<Provider> provider(ProviderId id) {
        return Optional.ofNullable(providers.get(id));
    }

    /** Returns the provider with a spelling, ignoring case and separators. */
    public Optional<Provider> providerNamed(String spelling) {
        return Optional.ofNullable(providersBySpelling.get(Spelling.fold(spelling)));
    }

    /** Returns the position where a model's or provider's spellings are defined, for messages; empty if no file was read. */
    public Optional<FilePosition> spellingsOf(String id) {
        return Optional.ofNullable(spellingPlaces.get(id));
    }

    public List<LifecycleEvent> lifecycle() {
        return lifecycle;
    }

    /** Returns a provider's list of the models it trains, of all days; empty if no price file has it. */
    public List<Availability> availability(ProviderId provider) {
        return availability.getOrDefault(provider, List.of());
    }

    /** Returns a book's rates of a figure, valid or not. */
    public List<Rate> rates(PriceBook book, Meter figure) {
        return rates.of(book, figure);
    }

    /** Returns a book's rates of a figure at one provider. */
    public List<Rate> rates(PriceBook book, Meter figure, ProviderId provider) {
        return rates.of(book, figure, provider);
    }

    /** Returns the price books in look-up order: the first that has a figure wins. */
    public List<PriceBook> books() {
        return books;
    }

    /** Returns the catalog with one edition looked up first; unchanged if there is no such edition. */
    public Catalog preferring(String edition) {
        List<PriceBook> reordered = new ArrayList<>(books);
        reordered.sort(Comparator.comparing(book -> !book.edition().equals(edition)));
        return new Catalog(this, reordered, rates);
    }

    /** Returns the catalog with another book in the place of that of the same edition. */
    public Catalog with(PriceBook book) {
        List<PriceBook> changed = books.stream()
                .map(known -> known.edition().equals(book.edition()) ? book : known)
                .toList();
        return new Catalog(this, changed, new RateIndex(changed));
    }
}
