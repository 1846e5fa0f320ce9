/** What a person must hear. */
@NullMarked
package dev.primegate.alert;

import org.jspecify.annotations.NullMarked;
