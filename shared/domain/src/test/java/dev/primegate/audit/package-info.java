@NullMarked
package dev.primegate.audit;

import org.jspecify.annotations.NullMarked;
