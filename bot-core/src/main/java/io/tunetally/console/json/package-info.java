/** Answers as JSON, as design/contracts.md fixes it. Imports answer, catalog, engine, request, units, wording and Jackson. */
@NullMarked
package io.tunetally.console.json;

import org.jspecify.annotations.NullMarked;
