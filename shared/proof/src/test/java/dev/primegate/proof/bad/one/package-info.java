@NullMarked
package dev.primegate.proof.bad.one;

import org.jspecify.annotations.NullMarked;
