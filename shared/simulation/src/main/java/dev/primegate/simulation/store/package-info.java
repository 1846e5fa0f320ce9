/** A DynamoDB in memory, and everything that can go wrong between it and us. */
@NullMarked
package dev.primegate.simulation.store;

import org.jspecify.annotations.NullMarked;
