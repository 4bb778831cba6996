/** Models, providers, dated price books and their loading: what is known, where from and since when. Imports units and Jackson. */
@NullMarked
package io.tunetally.catalog;

import org.jspecify.annotations.NullMarked;
