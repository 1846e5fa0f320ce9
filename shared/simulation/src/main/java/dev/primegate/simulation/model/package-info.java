/** An exhaustive check of the order path on small models: every interleaving, crash and loss. */
@NullMarked
package dev.primegate.simulation.model;

import org.jspecify.annotations.NullMarked;
