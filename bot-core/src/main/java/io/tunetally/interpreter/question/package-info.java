/** Questions without a job: about a topic, the GPU a model needs, the price of a GPU, what a seller offers. Imports interpreter.intent. */
@NullMarked
package io.tunetally.interpreter.question;

import org.jspecify.annotations.NullMarked;
