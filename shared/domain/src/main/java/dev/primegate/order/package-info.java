/** Orders: what was asked, where it stands, what moves it. */
@NullMarked
package dev.primegate.order;

import org.jspecify.annotations.NullMarked;
