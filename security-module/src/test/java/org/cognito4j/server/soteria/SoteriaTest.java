package org.cognito4j.server.soteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class SoteriaTest {

    @Test
    void is_the_application_s_own_beside_the_module() {
        assertThat(Soteria.isInApplication()).isTrue();
    }

    @Test
    void is_not_the_application_s_own_where_the_server_shows_it() throws Exception {
        Method isInApplication =
                new ModuleLoader().loadClass(Soteria.class.getName()).getDeclaredMethod("isInApplication");
        isInApplication.setAccessible(true);

        assertThat(isInApplication.invoke(null)).isEqualTo(false);
    }
}
