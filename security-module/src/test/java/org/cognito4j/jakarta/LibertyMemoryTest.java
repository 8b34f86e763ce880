package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.security.javaeesec.properties.ModulePropertiesUtils;
import org.junit.jupiter.api.Test;

class LibertyMemoryTest {

    private final ModulePropertiesUtils server = ModulePropertiesUtils.getInstance();
    private final LibertyMemory memory = new LibertyMemory();

    @Test
    void loses_the_mechanisms_of_the_application_that_ends_and_no_other() {
        Object ending = new Object();
        Object staying = new Object();
        Object without = new Object();
        server.remember(ending, this);
        server.remember(staying, "of another class loader");
        server.remember(without, null);

        memory.found(String.class); // knows nothing of it
        memory.found(ModulePropertiesUtils.class);
        memory.forget(getClass().getClassLoader());

        assertThat(server.remembers(ending)).isFalse();
        assertThat(server.remembers(staying)).isTrue();
        assertThat(server.remembers(without)).isTrue();
    }

    @Test
    void is_left_alone_on_other_servers() {
        Object module = new Object();
        server.remember(module, this);

        memory.forget(getClass().getClassLoader());

        assertThat(memory.isThere()).isFalse();
        assertThat(server.remembers(module)).isTrue();
    }
}
