/** The domain: models, providers, rates and dated price books, each value with its source and date. Imports units. */
@NullMarked
package io.tunetally.catalog;

import org.jspecify.annotations.NullMarked;
