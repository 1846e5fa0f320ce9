/** {@code ./primegate recon}: two files of trades, compared in one process. */
@NullMarked
package dev.primegate.recon;

import org.jspecify.annotations.NullMarked;
