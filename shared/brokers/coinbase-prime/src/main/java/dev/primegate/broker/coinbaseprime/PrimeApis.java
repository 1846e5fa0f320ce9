package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.kit.RestApis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Prime's REST interfaces, where they are. */
class PrimeApis {
    private final RestApis apis;
    private final PrimeConfig config;

    PrimeApis(RestApis apis, PrimeConfig config) {
        this.apis = apis;
        this.config = config;
    }

    @Produces
    @Singleton
    PrimeApi orders() {
        return apis.at(config.url(), PrimeApi.class);
    }

    @Produces
    @Singleton
    PrimeQuoteApi quotes() {
        return apis.at(config.url(), PrimeQuoteApi.class);
    }

    @Produces
    @Singleton
    PrimeBooksApi books() {
        return apis.at(config.url(), PrimeBooksApi.class);
    }
}
