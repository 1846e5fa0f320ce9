/** What every function needs of its surroundings: time, chance, secrets, the symbol master. */
@NullMarked
package dev.primegate.runtime;

import org.jspecify.annotations.NullMarked;
