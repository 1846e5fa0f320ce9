@NullMarked
package dev.primegate.broker.clearstreet;

import org.jspecify.annotations.NullMarked;
