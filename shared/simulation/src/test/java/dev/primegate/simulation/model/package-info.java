@NullMarked
package dev.primegate.simulation.model;

import org.jspecify.annotations.NullMarked;
