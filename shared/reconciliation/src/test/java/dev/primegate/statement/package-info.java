@NullMarked
package dev.primegate.statement;

import org.jspecify.annotations.NullMarked;
