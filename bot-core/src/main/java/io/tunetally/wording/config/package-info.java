/** Training configs and the difference between two in words. Imports answer.config, trainingconfig, wording.part, engine, units, reply. */
@NullMarked
package io.tunetally.wording.config;

import org.jspecify.annotations.NullMarked;
