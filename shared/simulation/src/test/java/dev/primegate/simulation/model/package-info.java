/** Tests of the model check, and of the search that it stands on. */
@NullMarked
package dev.primegate.simulation.model;

import org.jspecify.annotations.NullMarked;
