package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.cognito4j.localpool.TokenMint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that trusts several pools, each with its own keys, clients, audience, callers and roles. */
@ExtendWith(ArquillianExtension.class)
class SeveralPoolsIT {

    private static final String PARTNER_API = "https://partner.example.com";

    /** Machines of another company, whose scopes are called otherwise, and whose tokens have to be meant for us. */
    private static final LocalPool PARTNER = start("us-east-1_Partner");

    /** People, whose groups are roles, and machines. */
    private static final LocalPool STAFF = start("eu-central-1_Staff");

    /** A pool that is away. */
    private static final LocalPool AWAY = start("ap-south-1_Away");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        AWAY.pause();
        Settings settings = Settings.trusting(Pools.TRUSTED);
        settings = furtherPool(settings, "partner", PARTNER)
                .with("cognito.pool.partner.client-ids", "partner")
                .with("cognito.pool.partner.audience", Pools.API)
                .with("cognito.pool.partner.roles.\"read\"", PARTNER_API + "/look");
        settings = furtherPool(settings, "staff", STAFF)
                .with("cognito.pool.staff.client-ids", "desk")
                .with("cognito.pool.staff.callers", "both")
                .with("cognito.pool.staff.groups-as-roles", "true")
                .with("cognito.pool.staff.resource-server", PARTNER_API);
        settings = furtherPool(settings, "away", AWAY).with("cognito.pool.away.client-ids", "partner");
        return ContractApplication.named("pools", settings, Settings.NONE);
    }

    private static LocalPool start(String id) {
        return LocalPool.start(PoolDefinition.builder(id)
                .resourceServer(PARTNER_API, "look", "read", "write")
                .client("caller", client -> client.id("caller"))
                .build());
    }

    private static Settings furtherPool(Settings settings, String name, LocalPool pool) {
        return settings.with("cognito.pool." + name + ".user-pool-id", pool.userPoolId())
                .with("cognito.pool." + name + ".issuers", pool.issuer());
    }

    @AfterAll
    static void close() {
        PARTNER.close();
        STAFF.close();
        AWAY.close();
    }

    @Test
    void are_all_trusted() {
        assertThat(read(Pools.mint("reader", "read")).report())
                .containsEntry("caller", "reader")
                .containsEntry("pool", Pools.TRUSTED.userPoolId())
                .containsEntry("roles", "read,**");
        assertThat(open(partner()).report())
                .containsEntry("caller", "partner")
                .containsEntry("pool", PARTNER.userPoolId())
                .containsEntry("roles", "read,**");
        assertThat(open(STAFF.mint("caller").clientId("desk").scopes(PARTNER_API + "/write"))
                        .report())
                .containsEntry("caller", "desk")
                .containsEntry("pool", STAFF.userPoolId())
                .containsEntry("roles", "write,**");
    }

    /** Neither under its own name nor under that of one of the other pool. */
    @Test
    void lend_each_other_no_keys() {
        assertRejected("unknown-key", partner().clientId("reader").claim("iss", Pools.TRUSTED.issuer()));
        assertRejected("unknown-key", Pools.mint("desk").claim("iss", STAFF.issuer()));
        for (String keyId : Pools.TRUSTED.keyIds()) {
            assertRejected(
                    "bad-signature",
                    partner()
                            .clientId("reader")
                            .claim("iss", Pools.TRUSTED.issuer())
                            .header("kid", keyId));
        }
        for (String keyId : PARTNER.keyIds()) {
            assertRejected(
                    "bad-signature",
                    Pools.mint("partner")
                            .claim("aud", Pools.API)
                            .claim("iss", PARTNER.issuer())
                            .header("kid", keyId));
        }
    }

    @Test
    void have_clients_of_their_own() {
        assertRejected("wrong-client", partner().clientId("reader"));
        assertRejected("wrong-client", Pools.mint("partner", "read"));
        assertRejected("wrong-client", STAFF.mint("caller").clientId("partner"));
    }

    @Test
    void have_an_audience_of_their_own() {
        assertRejected("wrong-audience", partner().withoutClaim("aud"));
        assertRejected("wrong-audience", partner().claim("aud", PARTNER_API));
        assertRejected("wrong-audience", partner().claim("aud", Pools.API + "/"));
        assertThat(open(partner().claim("aud", List.of(PARTNER_API, Pools.API))).status())
                .isEqualTo(200);
        assertThat(read(Pools.mint("reader", "read").claim("aud", PARTNER_API)).status())
                .isEqualTo(200);
    }

    /** Constraints ask for roles. Filters ask for scopes, which need no mapping. */
    @Test
    @NeedsConstraints
    void have_a_mapping_of_their_own() {
        for (String scope : List.of(Pools.API + "/read", PARTNER_API + "/read", PARTNER_API + "/looks")) {
            assertThat(open(partner().scopes(scope)).report()).containsEntry("roles", "**");
            Contract.assertRefused(read(partner().scopes(scope)), 403);
        }
        Contract.assertRefused(read(Pools.mint("reader").scopes(PARTNER_API + "/look", PARTNER_API + "/read")), 403);
    }

    @Test
    void have_callers_of_their_own() {
        assertThat(open(STAFF.mint("caller").clientId("desk").asUser("alice", "write", "**", "reading"))
                        .report())
                .containsEntry("client-id", "desk")
                .containsEntry("pool", STAFF.userPoolId())
                .containsEntry("roles", "write,**");
        assertThat(open(STAFF.mint("caller").clientId("desk").asUser("bob")).report())
                .containsEntry("roles", "**");
        assertRejected("not-a-machine", Pools.mint("reader", "read").asUser("alice", "read"));
        assertRejected("not-a-machine", partner().asUser("alice", "read"));
        assertRejected("id-token", STAFF.mint("caller").clientId("desk").asIdToken("alice", "read"));
    }

    @Test
    void have_roles_that_the_application_declares_nowhere() {
        assertThat(open(STAFF.mint("caller").clientId("desk").asUser("alice", "admin"))
                        .report())
                .containsEntry("roles", "admin,**");
    }

    /** The group of a machine is nobody's word. */
    @Test
    void take_no_groups_from_machines() {
        TokenMint desk = STAFF.mint("caller").clientId("desk").claim("cognito:groups", List.of("read", "write"));

        assertThat(open(desk).report()).containsEntry("roles", "**");
        Contract.assertRefused(read(desk), 403);
    }

    @Test
    void do_not_suffer_from_the_outage_of_one() {
        Contract.assertRefused(open(AWAY.mint("caller").clientId("partner")), 503);
        assertThat(read(Pools.mint("reader", "read")).status()).isEqualTo(200);
        assertThat(open(partner()).status()).isEqualTo(200);
    }

    private static TokenMint partner() {
        return PARTNER.mint("caller")
                .clientId("partner")
                .scopes(PARTNER_API + "/look")
                .claim("aud", Pools.API);
    }

    private Reply read(TokenMint mint) {
        return Client.send(base, "GET", "read/x", mint.token());
    }

    /** A bad token opens nothing, not even what is open to those who have none. */
    private Reply open(TokenMint mint) {
        return Client.send(base, "GET", "open/x", mint.token());
    }

    private void assertRejected(String reason, TokenMint mint) {
        Reply reply = open(mint);

        Contract.assertRefused(reply, 401);
        assertThat(reply.reason()).isEqualTo("invalid_token " + reason);
    }
}
