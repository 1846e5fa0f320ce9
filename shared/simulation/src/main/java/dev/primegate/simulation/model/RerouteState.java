package dev.primegate.simulation.model;

/**
 * One order, two brokers that it may go to, the invocation that admits it and a repeat of it.
 *
 * @param item its attempt says which broker it names: 1 the first, 2 the second
 * @param hasEnded whether somebody may have been told that it ended
 */
record RerouteState(
        int now,
        Item item,
        Account account,
        Router owner,
        Router repeat,
        Venue first,
        Venue second,
        Resolver resolver,
        boolean hasEnded) {

    static final RerouteState START =
            new RerouteState(
                    0,
                    Item.ABSENT,
                    Account.EMPTY,
                    Router.OWNER,
                    Router.REPEAT,
                    Venue.EMPTY,
                    Venue.EMPTY,
                    Resolver.IDLE,
                    false);

    Router router(int who) {
        return who == 0 ? owner : repeat;
    }

    Venue venue(int attempt) {
        return attempt == 1 ? first : second;
    }

    RerouteState later() {
        return new RerouteState(
                now + 1, item, account, owner, repeat, first, second, resolver, hasEnded);
    }

    RerouteState with(Item changed, Account moved) {
        return new RerouteState(
                now,
                changed,
                moved,
                owner,
                repeat,
                first,
                second,
                resolver,
                hasEnded || changed.status().deniesIt());
    }

    RerouteState with(int who, Router router) {
        return new RerouteState(
                now,
                item,
                account,
                who == 0 ? router : owner,
                who == 0 ? repeat : router,
                first,
                second,
                resolver,
                hasEnded);
    }

    RerouteState with(int attempt, Venue venue) {
        return new RerouteState(
                now,
                item,
                account,
                owner,
                repeat,
                attempt == 1 ? venue : first,
                attempt == 1 ? second : venue,
                resolver,
                hasEnded);
    }

    RerouteState with(Resolver changed) {
        return new RerouteState(
                now, item, account, owner, repeat, first, second, changed, hasEnded);
    }

    RerouteState becoming(Status status) {
        return with(item.with(status), status.isOpen() ? account : account.release());
    }
}
