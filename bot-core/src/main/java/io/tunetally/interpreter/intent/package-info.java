/**
 * Stage 5: decides the intent, whether a message is about fine-tuning costs at all, and what it follows up. Imports
 * interpreter.sentence and interpreter.quantity.
 */
@NullMarked
package io.tunetally.interpreter.intent;

import org.jspecify.annotations.NullMarked;
