@NullMarked
package dev.primegate.testkit;

import org.jspecify.annotations.NullMarked;
