package org.cognito4j.benchmarks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwkSetConverter;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.VerifiedJwt;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The libraries, each with the key set in memory, RS256 alone, the issuer, expiry and issue with a minute of clock skew. What
 * they have to refuse is in {@link UnacceptableTokens}.
 */
final class Peers {

    /** How to make one from a key set that holds one key. */
    interface Maker {
        Peer make(String keySet, RSAPublicKey key) throws Exception;
    }

    static final int SKEW_SECONDS = 60;

    private static final int DAY_SECONDS = 86_400;

    private static final Map<String, Maker> ALL = all();

    private Peers() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static Peer of(String name, String keySet, RSAPublicKey key) throws Exception {
        return ALL.get(name).make(keySet, key);
    }

    private static Map<String, Maker> all() {
        Map<String, Maker> all = new LinkedHashMap<>();
        all.put("jose4j", (set, key) -> jose4j(set));
        all.put("nimbus", (set, key) -> nimbus(set));
        all.put("spring", (set, key) -> spring(key));
        all.put("java-jwt", (set, key) -> auth0(key));
        all.put("jjwt", (set, key) -> jjwt(key));
        all.put("smallrye-jwt", (set, key) -> smallrye(key));
        all.put("tink", (set, key) -> tink(set));
        return all;
    }

    private static Peer jose4j(String set) throws Exception {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(set).getJsonWebKeys()))
                .setExpectedIssuer(TokenIssuer.ISSUER)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, DAY_SECONDS)
                .setSkipDefaultAudienceValidation()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .build();
        return token -> Peer.requireMachine(consumer.processToClaims(token).getClaimsMap());
    }

    private static Peer nimbus(String set) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(JWKSet.parse(set))));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(TokenIssuer.ISSUER).build(), Set.of("exp", "iat"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        return token -> {
            JWTClaimsSet found = processor.process(token, null);
            Peer.requireIssued(found.getIssueTime().toInstant());
            Peer.requireMachine(found.getClaims());
        };
    }

    private static Peer spring(RSAPublicKey key) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(key).build();
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ofSeconds(SKEW_SECONDS));
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(List.of(new JwtIssuerValidator(TokenIssuer.ISSUER), times)));
        return token -> {
            Jwt jwt = decoder.decode(token);
            // Not by JwtIssuedAtValidator, which also refuses what was issued more than a minute ago.
            Peer.requireIssued(Objects.requireNonNull(jwt.getIssuedAt()));
            Peer.requireMachine(jwt.getClaims());
        };
    }

    private static Peer auth0(RSAPublicKey key) {
        JWTVerifier verifier = JWT.require(Algorithm.RSA256(key))
                .withIssuer(TokenIssuer.ISSUER)
                .withClaimPresence("exp")
                .withClaimPresence("iat")
                .acceptLeeway(SKEW_SECONDS)
                .build();
        return token -> {
            DecodedJWT jwt = verifier.verify(token);
            Peer.requireMachine(
                    jwt.getClaim("token_use").asString(),
                    jwt.getClaim("client_id").asString(),
                    jwt.getSubject(),
                    jwt.getClaim("scope").asString());
        };
    }

    private static Peer jjwt(RSAPublicKey key) {
        JwtParser parser = Jwts.parser()
                .verifyWith(key)
                .sig()
                .clear()
                .add(Jwts.SIG.RS256)
                .and()
                .requireIssuer(TokenIssuer.ISSUER)
                .clockSkewSeconds(SKEW_SECONDS)
                .build();
        return token -> {
            Claims claims = parser.parseSignedClaims(token).getPayload();
            if (claims.getExpiration() == null || claims.getIssuedAt() == null) {
                throw new IllegalStateException("not an acceptable token");
            }
            Peer.requireIssued(claims.getIssuedAt().toInstant());
            Peer.requireMachine(claims);
        };
    }

    private static Peer smallrye(RSAPublicKey key) {
        JWTAuthContextInfo context = new JWTAuthContextInfo(key, TokenIssuer.ISSUER);
        context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        context.setClockSkew(SKEW_SECONDS);
        DefaultJWTParser parser = new DefaultJWTParser(context);
        return token -> {
            JsonWebToken jwt = parser.parse(token);
            Peer.requireIssued(Instant.ofEpochSecond(jwt.getIssuedAtTime()));
            Peer.requireMachine(
                    jwt.getClaim("token_use"), jwt.getClaim("client_id"), jwt.getSubject(), jwt.getClaim("scope"));
        };
    }

    private static Peer tink(String set) throws Exception {
        JwtSignatureConfig.register();
        JwtPublicKeyVerify verifier = JwkSetConverter.toPublicKeysetHandle(set)
                .getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class);
        JwtValidator validator = JwtValidator.newBuilder()
                .expectIssuer(TokenIssuer.ISSUER)
                .expectIssuedInThePast()
                .ignoreAudiences()
                .setClockSkew(Duration.ofSeconds(SKEW_SECONDS))
                .build();
        return token -> {
            VerifiedJwt jwt = verifier.verifyAndDecode(token, validator);
            Peer.requireMachine(
                    jwt.getStringClaim("token_use"),
                    jwt.getStringClaim("client_id"),
                    jwt.getSubject(),
                    jwt.getStringClaim("scope"));
        };
    }

    static String text(byte[] keySet) {
        return new String(keySet, StandardCharsets.UTF_8);
    }
}
