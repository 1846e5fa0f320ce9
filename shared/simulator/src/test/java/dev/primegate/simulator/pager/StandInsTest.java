package dev.primegate.simulator.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over sockets, as whoever sends alerts sees them. */
class StandInsTest {
    private final StandIns standIns = StandIns.start(0);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        client.close();
        standIns.close();
    }

    @Test
    void whatIsTakenIsAnsweredAndShown() throws Exception {
        assertThat(post("/v2/enqueue", "one").statusCode()).isEqualTo(202);
        assertThat(post("/slack", "two").body()).isEqualTo("ok");
        assertThat(post("/webhook", "three").statusCode()).isEqualTo(200);

        assertThat(get("/v2/enqueue").body()).isEqualTo("one");
        assertThat(get("/slack").body()).isEqualTo("two");
        assertThat(standIns.pages()).containsExactly("one");
        assertThat(standIns.webhook().calls()).singleElement().matches(Call::isAnswered);
    }

    @Test
    void itFailsAsPlannedAndThenTakesWhatComes() throws Exception {
        HttpResponse<String> planned =
                post("/control/slack", "{\"faults\":[\"BUSY\",\"NONE\",\"BROKEN\"]}");
        assertThat(planned.body()).isEqualTo("{\"planned\":3}");

        HttpResponse<String> busy = post("/slack", "a");
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(post("/slack", "b").statusCode()).isEqualTo(200);
        assertThat(post("/slack", "c").statusCode()).isEqualTo(503);
        assertThat(post("/slack", "d").statusCode()).isEqualTo(200);
        assertThat(post("/v2/enqueue", "e").statusCode()).isEqualTo(202);

        assertThat(standIns.slack().taken()).containsExactly("b", "d");
        assertThat(get("/control/slack").body())
                .contains("\"fault\":\"BUSY\",\"taken\":false,\"body\":\"a\"")
                .contains("\"fault\":\"NONE\",\"taken\":true,\"body\":\"d\"");
    }

    @Test
    void itTakesWhatItIsSentAndSaysNothingOrTakesNothing() {
        standIns.webhook().plan(List.of(Fault.MUTE, Fault.GONE));

        for (String body : List.of("mute", "gone")) {
            assertThatThrownBy(() -> post("/webhook", body)).isInstanceOf(IOException.class);
        }

        assertThat(standIns.webhook().taken()).containsExactly("mute");
        assertThat(standIns.webhook().calls())
                .extracting(Call::fault)
                .containsExactly(Fault.MUTE, Fault.GONE);
    }

    @Test
    void aNewPlanTakesTheOldOnesPlaceIfItIsPut() throws Exception {
        standIns.slack().plan(List.of(Fault.BUSY, Fault.BUSY));

        HttpResponse<String> planned =
                send(
                        HttpRequest.newBuilder(standIns.url().resolve("/control/slack"))
                                .PUT(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"faults\":[\"BROKEN\"]}")));

        assertThat(planned.body()).isEqualTo("{\"planned\":1}");
        assertThat(post("/slack", "a").statusCode()).isEqualTo(503);
        assertThat(post("/slack", "b").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownFaultOrNameIsRefused() throws Exception {
        assertThat(post("/control/slack", "{\"faults\":[\"SLOW\"]}").statusCode()).isEqualTo(400);
        assertThat(post("/control/pigeon", "{}").statusCode()).isEqualTo(404);
        assertThat(standIns.slack().calls()).isEmpty();
    }

    private HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(standIns.url().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(standIns.url().resolve(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
