package org.cognito4j.benchmarks;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cognito4j.client.ClientSettingsBuilder;
import org.cognito4j.client.TokenSource;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Ways of a service to get its token, each as its guide has it, with a cache in memory. */
final class TokenCaller {

    private static final String CLIENT = "billing";
    private static final String SECRET = "measured0measured0measured";
    private static final String SCOPE = "orders/read";
    /** How long before its end a token is taken for expired by those who must be told. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private record Cached(String token, Instant end) {}

    private TokenCaller() {}

    /** By name: given the token endpoint, what gives a token to each caller. */
    static Map<String, Function<URI, Supplier<String>>> all() {
        Map<String, Function<URI, Supplier<String>>> all = new LinkedHashMap<>();
        all.put("cognito4j", TokenCaller::tokenSource);
        all.put("Spring Security 7.0", TokenCaller::spring);
        all.put("Nimbus, look up then ask (as MSAL does)", TokenCaller::lookUpThenAsk);
        return all;
    }

    private static Supplier<String> tokenSource(URI endpoint) {
        TokenSource source = TokenSource.of(new ClientSettingsBuilder()
                .tokenEndpoint(endpoint)
                .allowLoopbackHttp(true)
                .clientId(CLIENT)
                .secret(() -> SECRET)
                .scopes(List.of(SCOPE))
                .build());
        return source::token;
    }

    private static Supplier<String> spring(URI endpoint) {
        InMemoryClientRegistrationRepository registrations =
                new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("pool")
                        .tokenUri(endpoint.toString())
                        .clientId(CLIENT)
                        .clientSecret(SECRET)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(SCOPE)
                        .build());
        AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                        registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(provider -> provider.clockSkew(SKEW))
                .build());
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId("pool")
                .principal(CLIENT)
                .build();
        return () -> manager.authorize(request).getAccessToken().getTokenValue();
    }

    /** Nothing keeps callers who miss the cache at the same time from asking at the same time. */
    private static Supplier<String> lookUpThenAsk(URI endpoint) {
        AtomicReference<Cached> cache = new AtomicReference<>(new Cached("", Instant.MIN));
        return () -> {
            Cached cached = cache.get();
            if (Instant.now().isAfter(cached.end())) {
                cached = ask(endpoint);
                cache.set(cached);
            }
            return cached.token();
        };
    }

    private static Cached ask(URI endpoint) {
        try {
            TokenRequest request = new TokenRequest.Builder(
                            endpoint,
                            new ClientSecretBasic(new ClientID(CLIENT), new Secret(SECRET)),
                            new ClientCredentialsGrant())
                    .scope(new Scope(SCOPE))
                    .build();
            AccessToken token = TokenResponse.parse(request.toHTTPRequest().send())
                    .toSuccessResponse()
                    .getTokens()
                    .getAccessToken();
            Instant end = Instant.now().plusSeconds(token.getLifetime()).minus(SKEW);
            return new Cached(token.getValue(), end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
