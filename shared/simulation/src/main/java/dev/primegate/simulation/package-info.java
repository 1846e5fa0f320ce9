/** The whole system under every fault: many seeds, each a course of events of its own. */
@NullMarked
package dev.primegate.simulation;

import org.jspecify.annotations.NullMarked;
