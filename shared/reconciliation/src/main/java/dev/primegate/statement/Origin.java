package dev.primegate.statement;

/**
 * Where a line was read.
 *
 * @param source the file's name and the hash of what is in it, or whose books
 * @param line the first line of the row, counted from 1, or of JSON the number of the row; 0 if
 *     there are none
 */
public record Origin(String source, long line) {}
