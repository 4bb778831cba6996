/** Parsers of YAML, and of the JSON copies of the built-in files. Imports Jackson. */
@NullMarked
package io.tunetally.yaml;

import org.jspecify.annotations.NullMarked;
