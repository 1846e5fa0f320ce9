@NullMarked
package dev.primegate.proof.bad;

import org.jspecify.annotations.NullMarked;
