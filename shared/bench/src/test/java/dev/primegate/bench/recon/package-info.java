@NullMarked
package dev.primegate.bench.recon;

import org.jspecify.annotations.NullMarked;
