package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.primegate.report.Table;
import dev.primegate.report.Table.Column;
import dev.primegate.watch.PageReview;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/** The pages of a week that are over, by rule, and which needed nobody. */
@RegisterForReflection
public record PagesReport(
        LocalDate from, LocalDate date, List<RuleView> rules, @JsonIgnore Table table)
        implements Tabular {
    static PagesReport of(LocalDate from, LocalDate date, PageReview review) {
        List<RuleView> rules = review.rules().stream().map(RuleView::of).toList();
        return new PagesReport(from, date, rules, table(date, rules));
    }

    private static Table table(LocalDate date, List<RuleView> rules) {
        return new Table(
                "pages-" + date,
                List.of(
                        new Column("rule", false),
                        new Column("pages", true),
                        new Column("acknowledged", true),
                        new Column("idle", true)),
                rules.stream()
                        .map(rule ->
                                List.of(
                                        rule.rule(),
                                        Long.toString(rule.pages()),
                                        Long.toString(rule.acknowledged()),
                                        Long.toString(rule.idle())))
                        .toList());
    }

    /**
     * The pages of one rule.
     *
     * @param idle how many ended with nothing done about them, acknowledged or not
     */
    @RegisterForReflection
    public record RuleView(String rule, long pages, long acknowledged, long idle) {
        static RuleView of(PageReview.OfRule rule) {
            return new RuleView(rule.rule(), rule.pages(), rule.acknowledged(), rule.idle());
        }
    }
}
