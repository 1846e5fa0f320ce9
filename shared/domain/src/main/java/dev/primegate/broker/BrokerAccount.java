package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import java.util.regex.Pattern;

/**
 * The account at a broker behind one of ours.
 *
 * @param number the broker's own name of it: a portfolio, an account number
 * @param secret the name under which its key is kept; never the key
 * @param takesOrphans whether trades there that no order of ours explains stand in this account
 */
public record BrokerAccount(BrokerId broker, String number, String secret, boolean takesOrphans) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,200}");

    public BrokerAccount {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("account number does not match " + NUMBER);
        }
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException("name of a secret does not match " + SECRET);
        }
    }
}
