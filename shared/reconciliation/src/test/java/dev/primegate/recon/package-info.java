@NullMarked
package dev.primegate.recon;

import org.jspecify.annotations.NullMarked;
