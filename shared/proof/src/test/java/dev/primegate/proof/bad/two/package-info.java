@NullMarked
package dev.primegate.proof.bad.two;

import org.jspecify.annotations.NullMarked;
