package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.embedded.AwsForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who calls, by events as API Gateway sends them. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class GatewayIdentityTest {
    private static final String ISSUER = "https://id.example.com/";
    private static final JsonMapper JSON = new JsonMapper();

    @Inject TestCallers callers;
    @Inject Clock clock;

    @BeforeEach
    void ask() {
        callers.askThePrincipal(true);
    }

    @AfterEach
    void callAsUsual() {
        callers.askThePrincipal(false);
    }

    @Test
    void anIamIdentityIsItsUserId() throws IOException {
        ObjectNode authorizer = object();
        authorizer.putObject("iam").put("userId", "AIDAEXAMPLE").put("accessKey", "AKIAEXAMPLE");

        assertThat(who(authorizer)).isEqualTo("200 AIDAEXAMPLE");
    }

    @Test
    void aTokenIsItsSubjectMarkedAsOne() throws IOException {
        assertThat(who(token(claims()))).isEqualTo("200 jwt:oms-1");
        assertThat(who(token(claims().put("aud", "[other primegate]")))).isEqualTo("200 jwt:oms-1");
        assertThat(who(token(claims().put("scope", "[orders:submit openid]"))))
                .isEqualTo("200 jwt:oms-1");
    }

    @Test
    void aClientsTokenWithoutAudienceNamesItsClient() throws IOException {
        ObjectNode claims = claims().put("client_id", "primegate");
        claims.remove("aud");

        assertThat(who(token(claims))).isEqualTo("200 jwt:oms-1");
        assertThat(who(token(claims.put("aud", "another")))).isEqualTo("401 ");
    }

    @Test
    void timesMayBeWrittenAsTheGatewayWritesLargeNumbers() throws IOException {
        String exp = Double.toString(clock.instant().getEpochSecond() + 600.0);

        assertThat(exp).contains("E9");
        assertThat(who(token(claims().put("exp", exp)))).isEqualTo("200 jwt:oms-1");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("iss", "https://id.example.com"),
                Arguments.of("iss", "https://id.example.com.evil.example/"),
                Arguments.of("iss", ""),
                Arguments.of("aud", "[primegate2]"),
                Arguments.of("aud", ""),
                Arguments.of("scope", "orders:submitted orders"),
                Arguments.of("scope", ""),
                Arguments.of("exp", "1500000000"),
                Arguments.of("exp", "tomorrow"),
                Arguments.of("exp", "1e30"),
                Arguments.of("exp", "-1"),
                Arguments.of("exp", "9".repeat(19)),
                Arguments.of("nbf", "9999999999"),
                Arguments.of("nbf", "NaN"),
                Arguments.of("sub", ""),
                Arguments.of("sub", "oms\n1"),
                Arguments.of("sub", "x".repeat(201)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aTokenThatIsNoneOfOursIsNobody(String claim, String value) throws IOException {
        assertThat(who(token(claims().put(claim, value)))).isEqualTo("401 ");
    }

    @ParameterizedTest
    @MethodSource("needed")
    void aTokenThatLacksAClaimIsNobody(String claim) throws IOException {
        ObjectNode claims = claims();
        claims.remove(claim);

        assertThat(who(token(claims))).isEqualTo("401 ");
    }

    static Stream<String> needed() {
        return Stream.of("iss", "aud", "scope", "exp", "sub");
    }

    /** Its user may have chosen the name. */
    @Test
    void aUserOfCognitoIsNotWhoTheyAreCalled() throws IOException {
        ObjectNode foreign = object().put("cognito:username", "AIDAEXAMPLE").put("sub", "u-1");

        assertThat(who(token(foreign))).isEqualTo("401 ");
        assertThat(who(token(claims().put("cognito:username", "AIDAEXAMPLE"))))
                .isEqualTo("200 jwt:oms-1");
    }

    @Test
    void anyOtherAuthorizerAndNoneAreNobody() throws IOException {
        ObjectNode lambda = object();
        lambda.putObject("lambda").put("principalId", "AIDAEXAMPLE");

        assertThat(who(lambda)).isEqualTo("401 ");
        assertThat(who(object())).isEqualTo("401 ");
        assertThat(who()).isEqualTo("401 ");
    }

    private ObjectNode claims() {
        long now = clock.instant().getEpochSecond();
        return object().put("iss", ISSUER)
                .put("aud", "primegate")
                .put("scope", "openid orders:submit")
                .put("exp", Long.toString(now + 600))
                .put("nbf", Long.toString(now))
                .put("sub", "oms-1");
    }

    private static ObjectNode token(ObjectNode claims) {
        ObjectNode authorizer = object();
        authorizer.putObject("jwt").set("claims", claims);
        return authorizer;
    }

    /** The status, and who the caller was taken for. */
    private static String who(ObjectNode... authorizer) throws IOException {
        ObjectNode event =
                object().put("version", "2.0")
                        .put("routeKey", "GET /v1/ops/environment")
                        .put("rawPath", "/v1/ops/environment")
                        .put("rawQueryString", "")
                        .put("isBase64Encoded", false);
        // Whatever the client says of itself decides nothing.
        event.putObject("headers")
                .put("host", "api.example.com")
                .put("authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")
                .put("x-demo-person", "jane");
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", "r").put("stage", "$default").put("domainName", "api.example.com");
        context.putObject("http").put("method", "GET").put("path", "/v1/ops/environment");
        for (ObjectNode one : authorizer) {
            context.set("authorizer", one);
        }
        JsonNode answer =
                JSON.readTree(
                        given().contentType("application/json")
                                .body(event.toString())
                                .post("/_lambda_")
                                .asString());
        JsonNode body = JSON.readTree(answer.path("body").asText());
        return answer.path("statusCode").asInt() + " " + body.path("caller").asText();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
