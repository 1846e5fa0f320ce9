package dev.primegate.ingest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Why a webhook was not taken, as RFC 9457 has it. */
@RegisterForReflection
public record WebhookProblem(String type, String title, int status, String detail) {
    private static final String TYPES = "https://primegate.dev/problems/";

    static RestResponse<WebhookProblem> answer(int status, String code, String detail) {
        return ResponseBuilder.<WebhookProblem>create(status)
                .entity(
                        new WebhookProblem(
                                TYPES + code, "The webhook is not taken", status, detail))
                .type("application/problem+json")
                .build();
    }
}
