package org.cognito4j.client;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;

/** A node of a fleet whose caches are one. As a program it prints a token for each line that it reads. */
final class FleetNode implements AutoCloseable {

    private final HazelcastInstance member;
    private final CachingProvider provider;

    /** A member that meets the others at a port of this machine, and takes that port if it is the first. */
    FleetNode(int port) {
        Config config = new Config("fleet-" + port)
                .setProperty("hazelcast.logging.type", "none")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false")
                .setClusterName("fleet-" + port);
        config.getNetworkConfig().setPort(port).getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + port);
        member = Hazelcast.newHazelcastInstance(config);
        provider = Caching.getCachingProvider("com.hazelcast.cache.HazelcastMemberCachingProvider");
    }

    /** The fleet's cache, as this node sees it. */
    Cache<String, String> cache() {
        Properties which = HazelcastCachingProvider.propertiesByInstanceItself(member);
        CacheManager manager = provider.getCacheManager(URI.create("fleet"), null, which);
        Cache<String, String> known = manager.getCache("tokens", String.class, String.class);
        return known != null
                ? known
                : manager.createCache(
                        "tokens", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }

    int members() {
        return member.getCluster().getMembers().size();
    }

    @Override
    public void close() {
        provider.close();
        member.shutdown();
    }

    public static void main(String[] arguments) throws Exception {
        ClientSettingsBuilder settings = new ClientSettingsBuilder()
                .tokenEndpoint(URI.create(arguments[1]))
                .allowLoopbackHttp(true)
                .clientId("billing")
                .secret(() -> "first-secret-of-billing");
        try (FleetNode node = new FleetNode(Integer.parseInt(arguments[0]));
                TokenSource tokens = TokenSource.of(
                        settings.store(JCacheTokenStore.in(node.cache())).build());
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String token = line.isEmpty()
                        ? tokens.token()
                        : tokens.tokenAfter(line).orElse("none");
                System.out.println(node.members() + " " + token);
            }
        }
    }
}
