package io.tunetally.request;

import io.tunetally.catalog.ProviderId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a seller takes off its prices for the asker: {@code Together gives us 20% off}.
 *
 * @param percent above 0 and below 100
 * @param seller null of any seller
 */
public record SellerDiscount(BigDecimal percent, @Nullable ProviderId seller) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public SellerDiscount {
        if (!isPossible(percent)) {
            throw new IllegalArgumentException("not a discount: " + percent);
        }
        percent = percent.stripTrailingZeros();
    }

    /** True of a percentage that leaves some of a price and takes some off. */
    public static boolean isPossible(BigDecimal percent) {
        return percent.signum() > 0 && percent.compareTo(HUNDRED) < 0;
    }

    /** Returns the discounts before with this one, which takes the place of one of the same seller, or of all if it is of any. */
    public List<SellerDiscount> after(List<SellerDiscount> before) {
        List<SellerDiscount> all = new ArrayList<>();
        for (SellerDiscount each : before) {
            if (seller != null && !Objects.equals(seller, each.seller)) {
                all.add(each);
            }
        }
        all.add(this);
        return List.copyOf(all);
    }

    /** Returns it as canonical text: {@code 20% off at together}. */
    String words() {
        String share = percent.toPlainString() + "% off";
        return seller == null ? share : share + " at " + CanonicalText.provider(seller);
    }
}
