/** {@code ./primegate bench --recon N}: what comparing N trades costs, beside others. */
@NullMarked
package dev.primegate.bench.recon;

import org.jspecify.annotations.NullMarked;
