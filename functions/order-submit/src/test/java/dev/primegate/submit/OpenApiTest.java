package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.embedded.AwsForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The stored description of the API is the one the code has. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class OpenApiTest {
    @Test
    void theStoredDescriptionIsCurrent() throws IOException {
        String current =
                given().queryParam("format", "yaml").get("/q/openapi").then().extract().asString();
        Path copy = Files.writeString(Path.of("target", "openapi.yaml"), current);

        assertThat(current).contains("openapi: 3.1", "submitOrder", "application/problem+json");
        assertThat(Files.readString(Path.of("openapi.yaml")))
                .as("openapi.yaml is not what the code says; the current one is %s", copy)
                .isEqualTo(current);
    }
}
