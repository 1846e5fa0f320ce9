@NullMarked
package dev.primegate.simulator;

import org.jspecify.annotations.NullMarked;
