package dev.primegate.submit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller may do. None of them has another in it. */
@RegisterForReflection
@Schema(name = "Role")
public enum Role {
    /** See the orders, books, breaks and reports of their accounts. */
    READ,
    /** Place and cancel orders of their accounts, ask for quotes and previews. */
    TRADE,
    /**
     * Halt any scope, other tenants' accounts included; see how brokers stand; work on alerts, on
     * silences, and on the breaks of their accounts.
     */
    OPERATE,
    /** Take part in a resume of any scope, which takes two persons. */
    APPROVE,
    /** Write journal entries, change where accounts are kept, see what brokers say of them all. */
    BOOKS
}
