package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Family;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named model in a message.
 *
 * @param first its first token
 * @param last its last token, inclusive
 * @param id the model, null if several fit
 * @param candidates the possible models, if several fit
 * @param billionParameters the size given for a model that is not in the catalog, else null
 * @param version the text between family and size, for a later size ({@code llama 3.1 8b or 70b})
 * @param bareFamily whether only the family was named
 */
public record Mention(
        int first,
        int last,
        @Nullable ModelId id,
        List<ModelId> candidates,
        @Nullable BigDecimal billionParameters,
        @Nullable Family family,
        String version,
        boolean bareFamily) {
    public Mention from(int newFirst) {
        return new Mention(newFirst, last, id, candidates, billionParameters, family, version, bareFamily);
    }

    /** Returns the mention with the one model that it turns out to mean. */
    public Mention meaning(ModelId model) {
        return new Mention(first, last, model, List.of(), null, family, version, bareFamily);
    }
}
