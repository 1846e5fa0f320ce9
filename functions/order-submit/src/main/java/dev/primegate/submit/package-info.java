/** The HTTPS API that an OMS calls: submit, look at, cancel orders. */
@NullMarked
package dev.primegate.submit;

import org.jspecify.annotations.NullMarked;
