/** What holds for the operator's page without a browser. */
@NullMarked
package dev.primegate.console;

import org.jspecify.annotations.NullMarked;
