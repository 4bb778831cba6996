/** Tokenizers: exact counts by byte pair encoding, estimates with a band, and what a chat template adds. Imports dataset.format, jtokkit, Jackson. */
@NullMarked
package io.tunetally.dataset.token;

import org.jspecify.annotations.NullMarked;
