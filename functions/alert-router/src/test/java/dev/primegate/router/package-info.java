@NullMarked
package dev.primegate.router;

import org.jspecify.annotations.NullMarked;
