package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;

class FirstProviderTest {

    @Test
    void is_in_place_where_one_was_asked_for() {
        String first = Security.getProviders()[0].getClass().getName();

        assertThat(first).isEqualTo(System.getProperty(FirstProvider.PROPERTY, first));
    }
}
