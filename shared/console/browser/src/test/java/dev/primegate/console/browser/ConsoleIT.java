package dev.primegate.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator does, in a real browser against the whole of primegate. */
class ConsoleIT {
    private static final double PATIENCE = 180_000;
    private static final int PAYLOAD = 500_000;
    private static final Pattern ORDER_ID = Pattern.compile("\"orderId\" *: *\"([^\"]+)\"");

    @TempDir private static Path folder = Path.of("replaced");
    private static Optional<Demo> demo = Optional.empty();
    private static Optional<Chromium> chromium = Optional.empty();
    private static URI api = URI.create("http://replaced");
    private static int nextPrice = 2300;

    private final List<String> complaints = new ArrayList<>();
    private Optional<BrowserContext> context = Optional.empty();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> program = Chromium.program();
        assumeTrue(
                program.isPresent(),
                "SKIPPED: no chromium on this machine; name one with -Dprimegate.chromium=PATH");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Demo started = Demo.start(folder);
        demo = Optional.of(started);
        api = started.api();
        chromium = Optional.of(Chromium.start(program.get()));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        chromium.ifPresent(Chromium::close);
        if (demo.isPresent()) {
            demo.get().stop();
        }
    }

    @BeforeEach
    void open() {
        BrowserContext opened =
                chromium.orElseThrow()
                        .browser()
                        .newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        opened.setDefaultTimeout(PATIENCE);
        context = Optional.of(opened);
    }

    @AfterEach
    void nothingComplained() {
        context.ifPresent(BrowserContext::close);
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Test
    void nowSaysWhereWeAreAndHowEveryBrokerStands() {
        Page page = page("now");

        shows(page.locator("#banner"), "SANDBOX");
        shows(page.locator("#banner"), "demo");
        for (String broker : List.of("clear-street", "coinbase-prime", "falconx")) {
            shows(row(page, broker), "UP");
        }
        shows(page.locator("main"), "No order is in doubt.");
    }

    @Test
    void anOrderTellsItsHistoryWithEachRiskCheck() throws IOException, InterruptedException {
        order("console-history", 201);
        Page page = page("orders");
        page.keyboard().press("/");
        page.keyboard().type("console-history");
        page.keyboard().press("Escape");
        Locator rows = page.locator("main tbody tr");
        assertThat(rows).hasCount(1);
        shows(rows, "console-history");
        page.keyboard().press("j");
        assertThat(rows.getByRole(AriaRole.LINK)).isFocused();
        page.keyboard().press("Enter");

        Locator order = page.locator("#order");
        shows(order, "max order notional");
        shows(order, "CHAIN HOLDS");
        shows(order, "admitted");
        order.getByText("Raw JSON").click();
        shows(order.locator("pre"), "\"clOrdId\": \"console-history\"");
        page.keyboard().press("Escape");
        assertThat(page.locator("#order")).hasCount(0);
        assertThat(rows.getByRole(AriaRole.LINK)).isFocused();
    }

    @Test
    void aHaltIsOneClickAndAResumeTakesTwoPersons() throws IOException, InterruptedException {
        Page jane = page("halts");
        jane.getByLabel("Symbol").fill("eth-usd");
        jane.getByRole(AriaRole.BUTTON, named("Halt symbol")).click();
        shows(row(jane, "symbol:ETH-USD").first(), "HALTED");
        shows(jane.locator("#banner"), "symbol:ETH-USD");
        order("console-halted", 423);

        jane.getByRole(AriaRole.BUTTON, named("Resume…")).click();
        Locator ask = jane.getByRole(AriaRole.BUTTON, named("Ask for resume"));
        jane.getByLabel("Type symbol").fill("symbol:ETH");
        jane.getByLabel("Why is it safe?").fill("quotes are sane");
        assertThat(ask).isDisabled();
        jane.getByLabel("Type symbol").fill("symbol:ETH-USD");
        ask.click();
        shows(jane.locator("main"), "WAITS FOR A SECOND PERSON");
        order("console-still", 423);

        Page joe = page("halts", "joe");
        joe.getByRole(AriaRole.BUTTON, named("Approve resume…")).click();
        joe.getByLabel("Type symbol").fill("symbol:ETH-USD");
        joe.getByLabel("Why is it safe?").fill("looked, too");
        joe.getByRole(AriaRole.BUTTON, named("Approve and resume")).click();
        shows(joe.locator("main"), "Nothing is halted.");
        order("console-resumed", 201);
    }

    @Test
    void aBreakShowsBothSidesAndIsClosedWithEvidence() throws IOException, InterruptedException {
        demo.orElseThrow()
                .call(
                        "PUT",
                        api.resolve("/v1/accounts/demo"),
                        """
                        {"version":0,"brokers":[{"broker":"clear-street","number":"%s",
                         "secret":"primegate/clear-street/trade"}]}
                        """
                                .formatted(Books.NUMBER),
                        200);
        Page page = page("breaks");

        Locator found = page.locator("article.break");
        shows(found, "187.25");
        shows(found, "no row");
        found.getByRole(AriaRole.BUTTON, within("Take")).click();
        shows(found, "INVESTIGATING");
        found.getByRole(AriaRole.BUTTON, within("Close…")).click();
        page.getByLabel("What shows it").fill("ticket 7: booked by hand");
        page.getByRole(AriaRole.BUTTON, named("Close break")).click();
        assertThat(found).hasCount(0);
        shows(page.locator("main"), "No breaks");
        page.selectOption("#which", "closed");
        shows(found, "CLOSED");
    }

    @Test
    void anAlertIsTakenInHand() throws IOException, InterruptedException {
        sim("faults", "{\"fault\":\"reject\",\"times\":3,\"reason\":\"no credit\"}");
        for (int i = 1; i <= 3; i++) {
            order("console-reject-" + i, 422);
        }
        Page page = page("alerts");

        // The first of them alone is no page yet, and stays an incident of its own.
        Locator incident =
                page.locator("article.incident[data-key^='page-broker-event/']")
                        .filter(new Locator.FilterOptions().setHasText("no credit"));
        incident.getByRole(AriaRole.BUTTON, within("Acknowledge")).click();
        shows(incident, "in the hand of demo");
        shows(incident, "Runbook");
    }

    @Test
    void anOutageIsSaidAndWhatIsShownStays() {
        Page page = page("now");
        shows(row(page, "coinbase-prime"), "UP");

        page.route("**/v1/**", route -> route.abort());

        shows(page.locator("#banner"), "No answer from the API");
        shows(row(page, "coinbase-prime"), "UP");
        page.unroute("**/v1/**");
        assertThat(page.locator("#banner").getByText("No answer")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "orders", "halts", "breaks", "alerts"})
    void axeFindsNothingSerious(String screen) throws IOException, InterruptedException {
        order("console-axe-" + screen, 201);
        Page page = page(screen);
        assertThat(page.locator("main .empty, main tbody tr, main article").first()).isVisible();

        assertThat(serious(page)).isEmpty();
    }

    @Test
    void axeFindsNothingSeriousBesideAnOrderOrInAQuestion()
            throws IOException, InterruptedException {
        String id = order("console-axe-order", 201);
        Page page = page("orders/" + id);
        shows(page.locator("#order"), "CHAIN HOLDS");
        assertThat(serious(page)).isEmpty();

        Page halts = page("halts");
        halts.getByLabel("Symbol").fill("SOL-USD");
        halts.getByRole(AriaRole.BUTTON, named("Halt symbol")).click();
        row(halts, "symbol:SOL-USD").getByRole(AriaRole.BUTTON).click();
        assertThat(halts.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(serious(halts)).isEmpty();
        resume(halts, "symbol:SOL-USD", "Ask for resume");
        Page joe = page("halts", "joe");
        row(joe, "symbol:SOL-USD").getByRole(AriaRole.BUTTON).click();
        resume(joe, "symbol:SOL-USD", "Approve and resume");
        assertThat(row(joe, "symbol:SOL-USD")).hasCount(0);
    }

    /** Rules of WCAG and good sense that are broken, each with where. */
    private static List<String> serious(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(found -> List.of("serious", "critical").contains(found.getImpact()))
                        .map(found -> found.getId() + " " + found.getNodes())
                        .toList();
    }

    @Test
    void whatIsNotAnsweredHidesNothingElse() {
        context.orElseThrow().route("**/v1/breaks**", route -> route.abort());

        Page page = page("now");

        shows(row(page, "falconx"), "UP");
        shows(page.locator("a.tile", withText("Breaks")), "not known");
    }

    @Test
    void anOutageOfABrokerIsSeenAndItsEnd() throws IOException, InterruptedException {
        Page page = page("now");
        shows(row(page, "coinbase-prime"), "UP");

        sim("outage", "{}");
        order("console-outage", 202);
        shows(page.locator(".doubts"), "ETH-USD at coinbase-prime");
        shows(row(page, "coinbase-prime"), "DOWN");
        shows(row(page, "coinbase-prime"), "tried in");

        sim("outage", "{\"over\":true}");
        shows(row(page, "coinbase-prime"), "UP");
        shows(page.locator("main"), "No order is in doubt.");
    }

    @Test
    void whatIsPressedStaysUntilItIsClicked() {
        Page page = page("halts");
        Locator button = page.getByRole(AriaRole.BUTTON, named("HALT ALL TRADING"));
        button.hover();
        page.evaluate(
                "() => addEventListener('click', (e) => {"
                        + " window.clicked = e.target.dataset.key; e.stopPropagation(); }, true)");
        page.mouse().down();
        page.evaluate(
                "async () => { const {fill} = await import('./js/region.js');"
                        + " fill(document.querySelector('.scopes'), 'drawn anew'); }");
        assertThat(button).isVisible();
        page.mouse().up();

        shows(page.locator(".scopes"), "drawn anew");
        assertThat(page.evaluate("() => window.clicked")).isEqualTo("halt all");
    }

    @Test
    void keysGoToScreensAndThePageIsSmall() {
        Page page = page("now");
        shows(page.locator("#banner"), "SANDBOX");
        List<String> titles = List.of("1 Now", "2 Orders", "3 Halts", "4 Breaks", "5 Alerts");
        for (String title : titles.reversed()) {
            page.keyboard().press(title.substring(0, 1));
            assertThat(page.locator("nav [aria-current=page]")).hasText(title);
        }

        assertThat((Integer) page.evaluate("performance.getEntriesByType('resource').length"))
                .isGreaterThan(10);
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "performance.getEntries().filter(e => e.name.includes('/console/'))"
                                                + ".reduce((sum, e) => sum + (e.encodedBodySize ?? 0), 0)"))
                .isBetween(100_000, PAYLOAD);
    }

    /** What both persons type in the question that is open. */
    private static void resume(Page page, String scope, String submit) {
        page.getByLabel("Type " + scope).fill(scope);
        page.getByLabel("Why is it safe?").fill("looked at it");
        page.getByRole(AriaRole.BUTTON, named(submit)).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private Page page(String screen, String person) {
        Page page = page(screen);
        shows(page.locator("#banner"), "acting as");
        page.evaluate("name => sessionStorage.setItem('person', name)", person);
        page.reload();
        assertThat(page.locator("#person")).hasValue(person);
        return page;
    }

    private Page page(String screen) {
        Page page = context.orElseThrow().newPage();
        page.onConsoleMessage(message -> {
            // An answer that is no success, or none, is the browser's complaint, not the page's.
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(api.resolve("/console/index.html#" + screen).toString());
        return page;
    }

    /** Tells the simulated Coinbase Prime what happens there. */
    private static void sim(String what, String body) throws IOException, InterruptedException {
        URI control = demo.orElseThrow().prime().resolve("/control/" + what);
        var _ = demo.orElseThrow().call("POST", control, body, 200);
    }

    /**
     * Its {@code orderId}, unless it is refused. No two look the same: the second would be refused.
     */
    private String order(String clOrdId, int expected) throws IOException, InterruptedException {
        String answer =
                demo.orElseThrow()
                        .call(
                                "POST",
                                api.resolve("/v1/orders"),
                                """
                                {"account":"demo","clOrdId":"%s","symbol":"ETH-USD","side":"BUY",
                                 "ordType":"LIMIT","timeInForce":"GTC","orderQty":"0.1",
                                 "price":"%d","desk":"demo","trader":"jane"}
                                """
                                        .formatted(clOrdId, nextPrice++),
                                expected);
        Matcher found = ORDER_ID.matcher(answer);
        return found.find() ? found.group(1) : "";
    }

    private static Locator row(Page page, String head) {
        return page.locator("tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("th", withText(head))));
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static void shows(Locator place, String text) {
        assertThat(place)
                .containsText(
                        text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }
}
