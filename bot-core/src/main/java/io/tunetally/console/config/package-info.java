/** Training configs on the command line: their answer and their difference. Imports answer.config, wording.config, trainingconfig, dataset, bot, runtime, settings, console.json, console.terminal. */
@NullMarked
package io.tunetally.console.config;

import org.jspecify.annotations.NullMarked;
