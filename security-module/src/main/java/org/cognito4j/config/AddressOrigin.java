package org.cognito4j.config;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.cognito4j.SettingFault;
import org.cognito4j.net.BoundedExchange;

/** A policy at an address of a web server. Each fetch has a client of its own, which leaves nothing behind. */
final class AddressOrigin implements PolicyOrigin {

    /** Shorter than the bound of a look, whose message says less. */
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final URI address;
    private final String place;
    private final boolean isShared;
    private final Duration pause;
    private final Duration deadline;
    private String entityTag = "";

    /**
     * An address.
     *
     * @param place where it is set, to follow what is wrong with it
     * @param isShared whether it is set for other applications, too
     * @param pause from one fetch to the next
     */
    AddressOrigin(URI address, String place, boolean isShared, Duration pause) {
        this(address, place, isShared, pause, DEADLINE);
    }

    AddressOrigin(URI address, String place, boolean isShared, Duration pause, Duration deadline) {
        this.address = address;
        this.place = place;
        this.isShared = isShared;
        this.pause = pause;
        this.deadline = deadline;
    }

    /** A query may hold a secret, as a presigned address does. */
    @Override
    public String name() {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    @Override
    public boolean isShared() {
        return isShared;
    }

    @Override
    public String kind() {
        return DeclaredApplicationSettings.POLICY_URL.key();
    }

    @Override
    public SettingFault fault(String problem) {
        return new SettingFault(
                SettingKeys.PREFIX + DeclaredApplicationSettings.POLICY_URL.key(),
                "names " + name() + ", which " + problem + place,
                "Publish a policy there that this process can fetch, name a copy of the last good one with "
                        + SettingKeys.PREFIX + DeclaredApplicationSettings.POLICY_COPY.key()
                        + ", or remove the setting");
    }

    @Override
    public Duration pause() {
        return pause;
    }

    /** Caches on the way have to ask the server (RFC 9111 section 5.2.1.4). */
    @Override
    public Optional<byte[]> load(boolean mayBeUnchanged) throws Unreadable {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Cache-Control", "no-cache");
        boolean isConditional = mayBeUnchanged && !entityTag.isEmpty();
        String known = entityTag;
        if (isConditional) {
            request.header("If-None-Match", known);
        }
        entityTag = "";
        try (BoundedExchange exchange = new BoundedExchange(MOST_BYTES, status -> status == OK)) {
            BoundedExchange.Answer answer = exchange.send(request.build(), deadline);
            if (answer.status() == NOT_MODIFIED && isConditional) {
                entityTag = known;
                return Optional.empty();
            }
            if (answer.status() != OK) {
                throw new Unreadable("cannot be fetched (HTTP status " + answer.status()
                        + (answer.headers().firstValue("Location").isPresent() ? "; no redirect is followed)" : ")"));
            }
            byte[] content = answer.body();
            entityTag = answer.headers()
                    .firstValue("ETag")
                    .filter(AddressOrigin::isEntityTag)
                    .orElse("");
            return Optional.of(content);
        } catch (BoundedExchange.Failed e) {
            throw new Unreadable("cannot be fetched (" + e.getMessage() + ")");
        }
    }

    /** RFC 9110 section 8.8.3. Anything else could not be sent back. */
    private static boolean isEntityTag(String text) {
        return text.length() <= 1_024 && text.matches("(?:W/)?\"[\\x21\\x23-\\x7E]*\"");
    }
}
