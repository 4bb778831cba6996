/** Tests of the settings. */
@NullMarked
package io.tunetally.settings;

import org.jspecify.annotations.NullMarked;
