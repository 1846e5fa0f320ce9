@NullMarked
package dev.primegate.broker.alpacabroker;

import org.jspecify.annotations.NullMarked;
