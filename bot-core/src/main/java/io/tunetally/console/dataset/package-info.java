/** The commands for training files: what they cost, and their JSON. Imports answer.dataset, dataset, console.json, console.terminal, runtime. */
@NullMarked
package io.tunetally.console.dataset;

import org.jspecify.annotations.NullMarked;
