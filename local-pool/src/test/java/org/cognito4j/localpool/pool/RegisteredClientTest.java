package org.cognito4j.localpool.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cognito4j.localpool.json.Json;
import org.junit.jupiter.api.Test;

class RegisteredClientTest {

    @Test
    void prints_no_secret() {
        ClientSecret secret = ClientSecret.of("an-id", RandomIds.clientSecret(), Instant.EPOCH, List.of());
        RegisteredClient client = new RegisteredClient("an-id", "machine", Json.object(), List.of(secret), 0, 0);

        assertThat(client).asString().contains("machine", secret.id()).doesNotContain(secret.value());
    }
}
