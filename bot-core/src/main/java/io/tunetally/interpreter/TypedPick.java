package io.tunetally.interpreter;

/**
 * One of the offers that an answer showed, as a message names it: {@code the second one, what is that over a year?}
 *
 * @param choice by its place in the table or by its price
 * @param rest what the message says of it, with a pronoun in its place; empty if it says nothing else
 */
public record TypedPick(TypedChoice choice, String rest) {}
