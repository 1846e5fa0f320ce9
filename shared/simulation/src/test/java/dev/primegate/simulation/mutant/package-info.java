@NullMarked
package dev.primegate.simulation.mutant;

import org.jspecify.annotations.NullMarked;
