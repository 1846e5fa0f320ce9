/** The one table, and the ports of the domain over it. */
@NullMarked
package dev.primegate.dynamodb;

import org.jspecify.annotations.NullMarked;
