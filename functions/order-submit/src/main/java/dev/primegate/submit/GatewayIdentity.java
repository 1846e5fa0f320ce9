package dev.primegate.submit;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import io.quarkus.amazon.lambda.http.LambdaIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from, by the word of the API Gateway that authenticated them: an IAM user id,
 * or {@code jwt:} and the subject of a token. Quarkus's own provider knows no token but Cognito's,
 * whose user may have chosen to be called like an IAM user id; it also takes the word of any other
 * authorizer, and of a variable for tests.
 */
@Singleton
class GatewayIdentity implements LambdaIdentityProvider {
    private final Tokens tokens;

    GatewayIdentity(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Null, which is nobody, unless the gateway says who it is. */
    @Override
    public @Nullable SecurityIdentity authenticate(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext().getAuthorizer())
                .flatMap(this::principal)
                .<SecurityIdentity>map(name ->
                        QuarkusSecurityIdentity.builder()
                                .setPrincipal(new QuarkusPrincipal(name))
                                .build())
                .orElse(null);
    }

    private Optional<String> principal(Authorizer authorizer) {
        if (authorizer.getJwt() != null) {
            return Optional.ofNullable(authorizer.getJwt().getClaims())
                    .flatMap(tokens::subject)
                    .map(subject -> "jwt:" + subject);
        }
        return Optional.ofNullable(authorizer.getIam())
                .flatMap(iam -> Optional.ofNullable(iam.getUserId()));
    }
}
