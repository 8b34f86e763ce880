package org.cognito4j;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.net.AwsRegion;

/**
 * A Cognito user pool, known by its id: region, partition, accepted issuers and the addresses of its key set follow
 * from that id alone.
 *
 * <p>Cognito issues tokens under one of two issuers, both without a trailing slash: the original {@code
 * https://cognito-idp.<region>.<suffix>/<pool>} and the updated {@code https://issuer-cognito-idp.<region>.<suffix>/<pool>}.
 * Which of them a pool uses is a setting of the pool, so both are accepted. Immutable and thread-safe.
 */
public final class UserPool {

    private static final int MAX_ID_LENGTH = 55;
    private static final Pattern ID = Pattern.compile("(?<region>" + AwsRegion.FORM + ")_[0-9A-Za-z]+");

    private final String id;
    private final AwsRegion region;
    private final boolean fips;

    private UserPool(String id, AwsRegion region, boolean fips) {
        this.id = id;
        this.region = region;
        this.fips = fips;
    }

    /**
     * The user pool with the given id.
     *
     * @param id the pool id, {@code <region>_<letters and digits>}, at most 55 characters, for example {@code
     *     eu-west-1_AbCdEfGhI}
     * @return the pool
     * @throws IllegalArgumentException if the text has not the form of a pool id
     */
    public static UserPool of(String id) {
        Matcher matcher = ID.matcher(id);
        if (id.length() > MAX_ID_LENGTH || !matcher.matches()) {
            throw new IllegalArgumentException(
                    "a user pool id has the form <region>_<letters and digits>, for example eu-west-1_AbCdEfGhI");
        }
        return new UserPool(id, new AwsRegion(matcher.group("region")), false);
    }

    /**
     * The same pool, reached through the FIPS 140 validated endpoint of its region. Its key set is then fetched from
     * there only, and the issuer named after that endpoint is accepted besides the two ordinary ones.
     *
     * @return this pool on its FIPS endpoint
     */
    public UserPool onFipsEndpoint() {
        return new UserPool(id, region, true);
    }

    /**
     * The pool id.
     *
     * @return for example {@code eu-west-1_AbCdEfGhI}
     */
    public String id() {
        return id;
    }

    /**
     * The AWS region of the pool, the part of its id before the underscore.
     *
     * @return for example {@code eu-west-1}
     */
    public String region() {
        return region.name();
    }

    /**
     * The values of the {@code iss} claim that Cognito may write into this pool's tokens, to be compared as exact
     * strings (RFC 7519 section 4.1.1).
     *
     * @return the issuers, the original form first; never empty
     */
    public List<String> issuers() {
        List<String> issuers = new ArrayList<>(List.of(at("cognito-idp"), at("issuer-cognito-idp")));
        if (fips) {
            issuers.add(at("cognito-idp-fips"));
        }
        return List.copyOf(issuers);
    }

    /**
     * The addresses of the pool's JSON Web Key Set, each as good as the other, in the order to try them.
     *
     * @return HTTPS addresses; never empty
     */
    public List<URI> keySetAddresses() {
        List<String> bases = fips ? List.of(at("cognito-idp-fips")) : issuers();
        return bases.stream().map(UserPool::keySetAddress).toList();
    }

    /**
     * Where a replica in another region publishes this pool's keys: under the updated form of the issuer. Empty if no
     * replica of this pool can be there.
     */
    Optional<URI> keySetAddressIn(String replicaRegion) {
        try {
            AwsRegion replica = new AwsRegion(replicaRegion);
            return replica.equals(region) || !replica.isInPartitionOf(region)
                    ? Optional.empty()
                    : Optional.of(keySetAddress(replica.origin("issuer-cognito-idp") + "/" + id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static URI keySetAddress(String issuer) {
        return URI.create(issuer + "/.well-known/jwks.json");
    }

    private String at(String service) {
        return region.origin(service) + "/" + id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserPool pool && pool.id.equals(id) && pool.fips == fips;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /**
     * The pool id.
     *
     * @return the same as {@link #id()}
     */
    @Override
    public String toString() {
        return id;
    }
}
