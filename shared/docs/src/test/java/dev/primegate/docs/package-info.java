/** What there is to read is held to the code. */
@NullMarked
package dev.primegate.docs;

import org.jspecify.annotations.NullMarked;
