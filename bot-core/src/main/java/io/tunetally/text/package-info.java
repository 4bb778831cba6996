/** Text without meaning: decoded markup, folded characters with their offsets, quotes, edit distance, faults of JSON. Imports chat. */
@NullMarked
package io.tunetally.text;

import org.jspecify.annotations.NullMarked;
