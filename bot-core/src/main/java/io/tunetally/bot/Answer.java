package io.tunetally.bot;

import io.tunetally.answer.Outcome;
import io.tunetally.reply.Reply;

/**
 * An answer, exact and worded.
 *
 * @param outcome exact amounts, for JSON and exit codes
 * @param reply the same in words, for people
 */
public record Answer(Outcome outcome, Reply reply) {}
