/** The command for training files and training configs: what they cost, and their JSON. Imports console.config, answer.config, answer.dataset, dataset, console.json, console.terminal, runtime. */
@NullMarked
package io.tunetally.console.dataset;

import org.jspecify.annotations.NullMarked;
