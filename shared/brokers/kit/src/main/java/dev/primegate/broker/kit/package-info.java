/** What every broker's folder needs, and no broker's words. */
@NullMarked
package dev.primegate.broker.kit;

import org.jspecify.annotations.NullMarked;
