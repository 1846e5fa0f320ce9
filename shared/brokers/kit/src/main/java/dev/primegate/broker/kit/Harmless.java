package dev.primegate.broker.kit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The lists of what may be read in the exchange log by whoever may read logs. */
final class Harmless {
    private static final Set<String> HEADERS =
            Set.of("accept", "content-type", "content-length", "traceparent", "user-agent");

    private static final Pattern HEADER_VALUE = Pattern.compile("[A-Za-z0-9/;=*.,+ -]{0,80}");

    /** Words of interfaces and versions; ids have digits, or are longer. */
    private static final Pattern PATH_WORD = Pattern.compile("[a-z][a-z_-]{0,29}|v[0-9]{1,2}");

    /** Of orders, fills, prices and pages; without case, hyphens and underscores. */
    private static final Set<String> FIELDS =
            Set.of(
                    "order",
                    "orders",
                    "orderid",
                    "clientorderid",
                    "clordid",
                    "tradeid",
                    "executionid",
                    "fills",
                    "fill",
                    "items",
                    "data",
                    "results",
                    "result",
                    "productid",
                    "product",
                    "symbol",
                    "side",
                    "type",
                    "ordertype",
                    "status",
                    "orderstatus",
                    "state",
                    "timeinforce",
                    "tif",
                    "quantity",
                    "qty",
                    "basequantity",
                    "quotevalue",
                    "filledquantity",
                    "filledqty",
                    "cumqty",
                    "leavesqty",
                    "price",
                    "limitprice",
                    "stopprice",
                    "averagefilledprice",
                    "avgprice",
                    "filledavgprice",
                    "commission",
                    "fee",
                    "fees",
                    "createdat",
                    "updatedat",
                    "submittedat",
                    "starttime",
                    "expirytime",
                    "expiresat",
                    "time",
                    "timestamp",
                    "startdate",
                    "enddate",
                    "sortdirection",
                    "limit",
                    "pagination",
                    "hasnext",
                    "error",
                    "errors",
                    "code",
                    "errorcode",
                    "reason",
                    "rejectreason",
                    "success",
                    "successful",
                    "currency",
                    "venue",
                    "liquidity",
                    "sequence");

    /** Numbers, times, UUIDs, words as interfaces use them, and symbols of instruments. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,18}(Z|[+-][0-9:]{5}))?");

    private static final Pattern WORD =
            Pattern.compile("[A-Z]{1,14}([_-][A-Z]{1,14}){0,5}|[a-z]{1,14}");

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z2-7]{24}");

    private static final Set<String> IDS =
            Set.of("orderid", "clientorderid", "clordid", "tradeid", "executionid");

    private Harmless() {}

    static boolean isHeader(String name, String value) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT))
                && HEADER_VALUE.matcher(value).matches();
    }

    static boolean isPathWord(String part) {
        return PATH_WORD.matcher(part).matches();
    }

    static boolean isField(String name) {
        return FIELDS.contains(bare(name));
    }

    /** Whether it has a shape that a value of this field has, and no secret. */
    static boolean isValue(String field, String value) {
        return NUMBER.matcher(value).matches()
                || TIME.matcher(value).matches()
                || WORD.matcher(value).matches()
                || (IDS.contains(bare(field)) && ID.matcher(value).matches());
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
