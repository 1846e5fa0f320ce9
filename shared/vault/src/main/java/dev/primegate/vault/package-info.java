/** Secrets from HashiCorp Vault; linked in by the profile {@code vault} alone. */
@NullMarked
package dev.primegate.vault;

import org.jspecify.annotations.NullMarked;
