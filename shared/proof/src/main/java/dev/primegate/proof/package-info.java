/** What primegate promises, row by row, and which tests prove it. */
@NullMarked
package dev.primegate.proof;

import org.jspecify.annotations.NullMarked;
