/** Training configs of frameworks and fine-tuning services, read into the values of a request. Imports interpreter, text, request, catalog.yaml, catalog, chat and Jackson. */
@NullMarked
package io.tunetally.trainingconfig;

import org.jspecify.annotations.NullMarked;
