@NullMarked
package dev.primegate.simulator.engine;

import org.jspecify.annotations.NullMarked;
