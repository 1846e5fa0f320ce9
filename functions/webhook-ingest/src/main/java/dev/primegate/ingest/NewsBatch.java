package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
import java.util.List;

/** News of one broker that is acknowledged together. */
record NewsBatch(BrokerId broker, List<BrokerNews> news, String by) {}
