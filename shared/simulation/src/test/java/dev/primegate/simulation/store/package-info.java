@NullMarked
package dev.primegate.simulation.store;

import org.jspecify.annotations.NullMarked;
