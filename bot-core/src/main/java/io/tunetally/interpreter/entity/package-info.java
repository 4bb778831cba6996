/** Stage 4: finds models, providers, methods and GPUs. Imports interpreter.sentence and interpreter.quantity. */
@NullMarked
package io.tunetally.interpreter.entity;

import org.jspecify.annotations.NullMarked;
