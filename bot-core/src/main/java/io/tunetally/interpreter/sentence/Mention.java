package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Family;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that is named somewhere in a message.
 *
 * @param first its first token
 * @param last its last token, inclusive
 * @param id which model it is, null where several fit
 * @param candidates the models it could be, where several fit
 * @param billionParameters the size that was said of a model that is not in the catalog, else null
 * @param version what was said between family and size, for a size that follows ({@code llama 3.1 8b or 70b})
 * @param bareFamily whether only the family was said
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
    boolean isAmbiguous() {
        return id == null;
    }

    public Mention from(int newFirst) {
        return new Mention(newFirst, last, id, candidates, billionParameters, family, version, bareFamily);
    }
}
