package dev.lambic.dialect;

/**
 * What an operation leaves behind when one of its statements fails: a half-made table that nothing uses.
 *
 * @param drop the statement that takes it away
 * @param statements how many of the last statements that one undoes
 */
public record Leftover(String drop, int statements) {}
