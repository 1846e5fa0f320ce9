/** Files in Amazon S3. */
@NullMarked
package dev.primegate.s3;

import org.jspecify.annotations.NullMarked;
