/** FalconX. Everything here is found by its role; nobody imports it. */
@NullMarked
package dev.primegate.broker.falconx;

import org.jspecify.annotations.NullMarked;
