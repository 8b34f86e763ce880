package org.cognito4j.server.soteria;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import javax.security.auth.Subject;
import org.cognito4j.jakarta.container.ModuleInitialization;
import org.junit.jupiter.api.Test;

class MechanismBridgeTest {

    private final Map<String, Object> written = new HashMap<>();

    @Test
    void waits_until_the_container_has_initialized_it() throws Exception {
        MechanismBridge bridge = new MechanismBridge();
        FutureTask<Object> validation = new FutureTask<>(() -> outcome(bridge));
        Thread thread = new Thread(validation);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(validation.isDone()).isFalse();
            Thread.onSpinWait();
        }

        bridge.initialize(null, null, callbacks -> {}, Map.of());

        assertThat(validation.get())
                .as("Soteria is asked, which finds no CDI here")
                .isInstanceOf(Throwable.class);
        assertThat(written).doesNotContainKey("setStatus");
    }

    @Test
    void answers_503_if_the_container_does_not_initialize_it_in_time() {
        MechanismBridge bridge = new MechanismBridge(new ModuleInitialization(Duration.ofMillis(1)));

        assertThat(outcome(bridge)).isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(written).containsEntry("setStatus", 503);
    }

    private Object outcome(MechanismBridge bridge) {
        try {
            return bridge.validateRequest(message(), new Subject(), null);
        } catch (Exception | Error failure) {
            return failure;
        }
    }

    private MessageInfo message() {
        Map<String, Object> map = new HashMap<>();
        HttpServletRequest request = fake(HttpServletRequest.class);
        HttpServletResponse response = fake(HttpServletResponse.class);
        return (MessageInfo) Proxy.newProxyInstance(
                MechanismBridgeTest.class.getClassLoader(),
                new Class<?>[] {MessageInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestMessage" -> request;
                    case "getResponseMessage" -> response;
                    default -> map;
                });
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                MechanismBridgeTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (arguments != null) {
                        written.put(method.getName(), arguments[arguments.length - 1]);
                    }
                    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                }));
    }
}
