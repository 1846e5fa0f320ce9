/** The command line: a verb is one call of the API, or of the simulated broker's. */
@NullMarked
package dev.primegate.cli;

import org.jspecify.annotations.NullMarked;
