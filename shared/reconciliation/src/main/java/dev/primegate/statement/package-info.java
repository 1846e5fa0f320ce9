/** Brokers' statements, from a file to lines that are the same whoever sent them. */
@NullMarked
package dev.primegate.statement;

import org.jspecify.annotations.NullMarked;
