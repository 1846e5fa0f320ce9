@NullMarked
package dev.primegate.broker.falconx;

import org.jspecify.annotations.NullMarked;
