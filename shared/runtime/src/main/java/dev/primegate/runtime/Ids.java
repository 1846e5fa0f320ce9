package dev.primegate.runtime;

/** A source of ids that nobody can guess and nobody else has. */
public interface Ids {
    /** 36 characters at most: DynamoDB takes it as a client request token. */
    String next();
}
