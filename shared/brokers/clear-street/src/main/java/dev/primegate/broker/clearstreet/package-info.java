/** Clear Street. Everything here is found by its role; nobody imports it. */
@NullMarked
package dev.primegate.broker.clearstreet;

import org.jspecify.annotations.NullMarked;
