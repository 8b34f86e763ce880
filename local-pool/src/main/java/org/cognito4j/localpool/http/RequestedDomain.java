package org.cognito4j.localpool.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.localpool.pool.EntriesById;
import org.cognito4j.localpool.pool.PoolAddresses;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RegisteredPool;
import org.eclipse.jetty.server.Request;

/**
 * Which domain a token request is for: that of its host, {@code <prefix>.auth.<region>.localhost}, or that of its path,
 * {@code /<domain>/oauth2/token}, or any.
 *
 * @param host the host name without the port
 * @param path what stands before {@code /oauth2/token}, without its slash
 */
record RequestedDomain(String host, String path) {
    private static final Pattern PREFIX_HOST =
            Pattern.compile("(?<prefix>[a-z0-9-]+)\\.auth\\.(?<region>[a-z0-9-]+)\\.(?:localhost|amazoncognito\\.com)");

    static RequestedDomain of(Request request) {
        String path = Request.getPathInContext(request);
        String before = path.substring(0, path.length() - PoolAddresses.TOKEN.length());
        String host = Request.getServerName(request);
        return new RequestedDomain(
                host == null ? "" : host.toLowerCase(Locale.ROOT), before.isEmpty() ? "" : before.substring(1));
    }

    /** The pools whose clients may ask there; none at all where there is no such domain. */
    Optional<List<RegisteredPool>> pools(EntriesById<RegisteredPool> all) {
        if (!path.isEmpty()) {
            return nonEmpty(having(path, all));
        }
        Matcher prefixHost = PREFIX_HOST.matcher(host);
        if (prefixHost.matches()) {
            return PoolRegistry.ownerOfDomain(all, prefixHost.group("prefix"), prefixHost.group("region"))
                    .map(List::of);
        }
        return Optional.of(nonEmpty(having(host, all)).orElseGet(() -> List.copyOf(all.all())));
    }

    private static List<RegisteredPool> having(String domain, EntriesById<RegisteredPool> all) {
        return all.all().stream().filter(pool -> pool.domains().has(domain)).toList();
    }

    private static Optional<List<RegisteredPool>> nonEmpty(List<RegisteredPool> pools) {
        return Optional.of(pools).filter(some -> !some.isEmpty());
    }
}
