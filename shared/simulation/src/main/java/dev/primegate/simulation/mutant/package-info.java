/** Our own code with one thing broken: what a simulation must notice to be worth anything. */
@NullMarked
package dev.primegate.simulation.mutant;

import org.jspecify.annotations.NullMarked;
