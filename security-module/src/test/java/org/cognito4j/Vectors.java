package org.cognito4j;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All vectors, minted once for all tests, and the services that they are sent to. */
final class Vectors {

    static final TestPool POOL = TestPool.create();

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final Map<Service, TokenVerifier> VERIFIERS = new ConcurrentHashMap<>();

    private Vectors() {}

    static List<Vector> all() {
        return Stream.of(
                        AlgorithmVectors.rows(),
                        SignatureVectors.rows(),
                        EncodingVectors.rows(),
                        HeaderVectors.rows(),
                        ShapeVectors.rows(),
                        Base64Vectors.rows(),
                        JsonVectors.rows(),
                        TimeVectors.rows(),
                        DenialVectors.rows(),
                        RequiredClaimVectors.rows(),
                        IssuerVectors.rows(),
                        CallerVectors.rows(),
                        ScopeVectors.rows(),
                        ValidVectors.rows())
                .flatMap(Collection::stream)
                .toList();
    }

    static String token(Vector vector) {
        return TOKENS.computeIfAbsent(vector.id(), id -> vector.mint(POOL));
    }

    static Verification verify(Vector vector) {
        return verifier(vector.service()).verify(token(vector));
    }

    static TokenVerifier verifier(Service service) {
        return VERIFIERS.computeIfAbsent(service, each -> POOL.verifier(each.settings(POOL)));
    }
}
