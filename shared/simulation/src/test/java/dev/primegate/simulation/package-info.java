@NullMarked
package dev.primegate.simulation;

import org.jspecify.annotations.NullMarked;
