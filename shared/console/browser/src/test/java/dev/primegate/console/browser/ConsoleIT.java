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

    @TempDir private static Path folder = Path.of("replaced");
    private static Optional<Demo> demo = Optional.empty();
    private static Optional<Chromium> chromium = Optional.empty();
    private static URI api = URI.create("http://replaced");

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
        order("console-history", "2500", 201);
        Page page = page("orders");
        page.keyboard().press("/");
        page.keyboard().type("console-history");
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("Enter");

        Locator order = page.locator("#order");
        shows(order, "max order notional");
        shows(order, "CHAIN HOLDS");
        shows(order, "admitted");
        order.getByText("Raw JSON").click();
        shows(order.locator("pre"), "\"clOrdId\": \"console-history\"");
        page.keyboard().press("Escape");
        assertThat(page.locator("#order")).hasCount(0);
    }

    @Test
    void aHaltIsOneClickAndAResumeTakesTwoPersons() throws IOException, InterruptedException {
        Page jane = page("halts");
        jane.getByLabel("Symbol").fill("eth-usd");
        jane.getByRole(AriaRole.BUTTON, named("Halt symbol")).click();
        shows(row(jane, "symbol:ETH-USD").first(), "HALTED");
        shows(jane.locator("#banner"), "symbol:ETH-USD");
        order("console-halted", "2500", 423);

        jane.getByRole(AriaRole.BUTTON, named("Resume…")).click();
        Locator ask = jane.getByRole(AriaRole.BUTTON, named("Ask for resume"));
        jane.getByLabel("Type symbol").fill("symbol:ETH");
        jane.getByLabel("Why is it safe?").fill("quotes are sane");
        assertThat(ask).isDisabled();
        jane.getByLabel("Type symbol").fill("symbol:ETH-USD");
        ask.click();
        shows(jane.locator("main"), "WAITS FOR A SECOND PERSON");
        order("console-still", "2500", 423);

        jane.selectOption("#person", "joe");
        Page joe = jane;
        joe.getByRole(AriaRole.BUTTON, named("Approve resume…")).click();
        joe.getByLabel("Type symbol").fill("symbol:ETH-USD");
        joe.getByLabel("Why is it safe?").fill("looked, too");
        joe.getByRole(AriaRole.BUTTON, named("Approve and resume")).click();
        shows(joe.locator("main"), "Nothing is halted.");
        order("console-resumed", "2500", 201);
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
        page.selectOption("#which", "closed");
        shows(found, "CLOSED");
    }

    @Test
    void anAlertIsTakenInHand() throws IOException, InterruptedException {
        demo.orElseThrow()
                .call(
                        "POST",
                        demo.orElseThrow().prime().resolve("/control/faults"),
                        "{\"fault\":\"reject\",\"times\":3,\"reason\":\"no credit\"}",
                        200);
        for (int i = 1; i <= 3; i++) {
            order("console-reject-" + i, "240" + i, 422);
        }
        Page page = page("alerts");

        // The first of them alone is no page yet, and stays an incident of its own.
        Locator incident = page.locator("article.incident[data-key^='page-broker-event/']");
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
        complaints.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "orders", "halts", "breaks", "alerts"})
    void axeFindsNothingSerious(String screen) {
        Page page = page(screen);
        assertThat(page.locator("main h2, main .empty").first()).isVisible();

        assertThat(
                        new AxeBuilder(page)
                                .analyze().getViolations().stream()
                                        .filter(found ->
                                                List.of("serious", "critical")
                                                        .contains(found.getImpact()))
                                        .map(found -> found.getId() + " " + found.getNodes())
                                        .toList())
                .isEmpty();
    }

    @Test
    void keysGoToScreensAndThePageIsSmall() {
        List<Integer> sizes = new ArrayList<>();
        BrowserContext here = context.orElseThrow();
        here.onResponse(response -> {
            if (response.url().contains("/console/")) {
                sizes.add(response.request().sizes().responseBodySize);
            }
        });
        Page page = page("now");
        shows(page.locator("#banner"), "SANDBOX");
        List<String> titles = new ArrayList<>();
        for (int key = 1; key <= 5; key++) {
            page.keyboard().press("" + key);
            titles.add(page.locator("nav [aria-current=page]").innerText().strip());
        }

        assertThat(titles).containsExactly("1 Now", "2 Orders", "3 Halts", "4 Breaks", "5 Alerts");
        assertThat(sizes).hasSizeGreaterThan(10);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isBetween(100_000, PAYLOAD);
    }

    private Page page(String screen) {
        Page page = context.orElseThrow().newPage();
        page.onConsoleMessage(message -> {
            // A status that is no success is the browser's complaint, not the page's.
            if (message.type().equals("error") && !message.text().contains("status of")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(api.resolve("/console/index.html#" + screen).toString());
        return page;
    }

    private void order(String clOrdId, String price, int expected)
            throws IOException, InterruptedException {
        var _ =
                demo.orElseThrow()
                        .call(
                                "POST",
                                api.resolve("/v1/orders"),
                                """
                                {"account":"demo","clOrdId":"%s","symbol":"ETH-USD","side":"BUY",
                                 "ordType":"LIMIT","timeInForce":"GTC","orderQty":"0.1",
                                 "price":"%s","desk":"demo","trader":"jane"}
                                """
                                        .formatted(clOrdId, price),
                                expected);
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
