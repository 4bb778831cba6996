/** The topics that are explained to learners: their words, their texts and what is asked next. Imports catalog and text. */
@NullMarked
package io.tunetally.topic;

import org.jspecify.annotations.NullMarked;
