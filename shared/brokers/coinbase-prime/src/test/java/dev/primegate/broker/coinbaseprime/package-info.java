@NullMarked
package dev.primegate.broker.coinbaseprime;

import org.jspecify.annotations.NullMarked;
