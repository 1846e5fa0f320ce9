@NullMarked
package dev.primegate.simulator.pager;

import org.jspecify.annotations.NullMarked;
