package org.cognito4j.net;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a proxy that asks for credentials with those of the JDK's default {@link Authenticator}, by the scheme Basic
 * (RFC 7617). The JDK sends the header {@code Proxy-Authorization} to a proxy only, never to the server behind it. The
 * client's own support for an {@code Authenticator} is not used: it would replace the {@code Authorization} of a token request
 * and answer servers, too.
 */
final class ProxyLogin {

    static final int REQUIRED = 407;

    /** A proxy's account may be locked after a few wrong passwords. */
    private static final Duration BETWEEN_REFUSED = Duration.ofMinutes(1);

    private static final String HEADER = "Proxy-Authorization";
    private static final Pattern BASIC = Pattern.compile("(?:^|,)\\s*Basic(?=[\\s,]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REALM = Pattern.compile("\\brealm\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    /** A proxy does not pass a request on, and why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final ProxyRefusal refusal;

        private Refused(ProxyRefusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }

        ProxyRefusal refusal() {
            return refusal;
        }
    }

    private final LongSupplier ticker;
    // Used by one thread at a time, not always the same one.
    private volatile String accepted = "";
    private volatile String refused = "";
    private volatile long refusedAt;

    ProxyLogin(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** The request with the credentials that a proxy accepted before, if one did. */
    HttpRequest prepare(HttpRequest request) {
        return accepted.isEmpty() ? request : with(accepted, request);
    }

    /**
     * The request with credentials; empty if it went straight to the server.
     *
     * @param request what was refused
     * @param challenges the values of {@code Proxy-Authenticate}
     * @param end until when the {@code Authenticator} may take, by {@link System#nanoTime()}
     * @throws Refused if there are no credentials to be sent
     */
    Optional<HttpRequest> answer(HttpRequest request, List<String> challenges, long end)
            throws Refused, InterruptedException {
        accepted = "";
        Optional<InetSocketAddress> proxy = inTime(() -> proxyFor(request.uri()), end);
        if (proxy.isEmpty()) {
            return Optional.empty();
        }
        String challenge = challenges.stream()
                .filter(value -> BASIC.matcher(value).find())
                .findFirst()
                .orElseThrow(() -> new Refused(ProxyRefusal.SCHEME_UNSUPPORTED));
        if (DisabledSchemes.includeBasic(request.uri())) {
            throw new Refused(ProxyRefusal.BASIC_DISABLED);
        }
        String credentials = inTime(() -> ask(request.uri(), proxy.get(), challenge), end)
                .orElseThrow(() -> new Refused(ProxyRefusal.CREDENTIALS_MISSING));
        if (credentials.equals(refused) && ticker.getAsLong() - refusedAt < BETWEEN_REFUSED.toNanos()) {
            throw new Refused(ProxyRefusal.CREDENTIALS_REFUSED);
        }
        return Optional.of(with(credentials, request));
    }

    /** Notes what the proxy did with the credentials of a request. */
    void conclude(HttpRequest answered, boolean passed) throws Refused {
        String credentials = answered.headers().firstValue(HEADER).orElse("");
        if (passed) {
            accepted = credentials;
            refused = "";
        } else {
            refused = credentials;
            refusedAt = ticker.getAsLong();
            throw new Refused(ProxyRefusal.CREDENTIALS_REFUSED);
        }
    }

    private static HttpRequest with(String credentials, HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase(HEADER))
                .header(HEADER, credentials)
                .build();
    }

    /** Asks on a thread of its own: the JDK's {@code Authenticator} is foreign, and may wait for a person. */
    private static <T> Optional<T> inTime(Supplier<Optional<T>> question, long end) throws InterruptedException {
        CompletableFuture<Optional<T>> asked = new CompletableFuture<>();
        Thread thread = DetachedThread.of(
                () -> {
                    try {
                        asked.complete(question.get());
                    } catch (RuntimeException | Error failure) {
                        asked.complete(Optional.empty());
                    }
                },
                "cognito4j-proxy-login");
        thread.start();
        try {
            return asked.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            thread.interrupt();
        }
    }

    private static Optional<String> ask(URI target, InetSocketAddress proxy, String challenge) {
        Matcher realm = REALM.matcher(challenge);
        return Optional.ofNullable(Authenticator.getDefault())
                .map(authenticator -> authenticator.requestPasswordAuthenticationInstance(
                        proxy.getHostString(),
                        proxy.getAddress(),
                        proxy.getPort(),
                        "http",
                        realm.find() ? realm.group(1) : "",
                        "Basic",
                        url(target),
                        RequestorType.PROXY))
                .flatMap(ProxyLogin::basic);
    }

    private static URL url(URI target) {
        try {
            return target.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Optional<String> basic(PasswordAuthentication given) {
        if (given.getUserName() == null || given.getPassword() == null) {
            return Optional.empty();
        }
        byte[] text =
                (given.getUserName() + ":" + String.valueOf(given.getPassword())).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(text));
    }

    /** The proxy that the JDK's client uses. */
    private static Optional<InetSocketAddress> proxyFor(URI target) {
        ProxySelector selector = ProxySelector.getDefault();
        return Optional.ofNullable(selector)
                .map(chosen -> chosen.select(target))
                .flatMap(proxies -> proxies.stream().findFirst())
                .filter(first -> first.type() == Proxy.Type.HTTP)
                .map(first -> (InetSocketAddress) first.address());
    }
}
