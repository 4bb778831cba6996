/** A team's own prices, discounts and customer relations over the price books. Imports catalog and units. */
@NullMarked
package io.tunetally.catalog.team;

import org.jspecify.annotations.NullMarked;
