package dev.primegate.bench;

import java.math.BigDecimal;
import java.util.List;

/** The table of what many callers at once get done in a second. */
record ThroughputReport(List<Row> rows, Baseline baseline, Delayed delayed) {
    /** One kind of work, both ways. */
    record Row(String name, Rate product, Rate byHand) {
        BigDecimal ratio() {
            return product.over(byHand);
        }
    }

    String text(int callers) {
        StringBuilder text =
                new StringBuilder(
                        "%d callers at once, both ways in turns%n%n".formatted(callers)
                                + line("", "product/s", "by hand/s", "ratio", "change"));
        for (Row row : rows) {
            String change =
                    baseline.change(row.name(), row.ratio()).map("%+.1f %%"::formatted).orElse("");
            text.append(
                    line(
                            row.name(),
                            Long.toString(row.product().perSecond()),
                            Long.toString(row.byHand().perSecond()),
                            row.ratio().toString(),
                            change));
        }
        return text.append("%n%s".formatted(delayed.text())).toString();
    }

    /** Whether no ratio lost more than is tolerated. */
    boolean isAsGoodAsBefore() {
        return rows.stream().noneMatch(row -> baseline.isWorse(row.name(), row.ratio()));
    }

    private static String line(
            String name, String product, String byHand, String ratio, String change) {
        return "%-28s%12s%12s%10s%10s%n".formatted(name, product, byHand, ratio, change);
    }
}
