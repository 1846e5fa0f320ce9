package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.kit.RestApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Prime's REST interfaces, where they are. */
class PrimeApis {
    private final RestApis apis;
    private final PrimeConfig config;

    PrimeApis(RestApis apis, PrimeConfig config) {
        this.apis = apis;
        this.config = config;
    }

    @Produces
    @ApplicationScoped
    PrimeApi orders() {
        return apis.at(config.url(), PrimeApi.class);
    }

    @Produces
    @ApplicationScoped
    PrimeQuoteApi quotes() {
        return apis.at(config.url(), PrimeQuoteApi.class);
    }

    @Produces
    @ApplicationScoped
    PrimeBooksApi books() {
        return apis.at(config.url(), PrimeBooksApi.class);
    }
}
