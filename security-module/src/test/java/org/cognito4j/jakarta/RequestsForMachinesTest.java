package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsForMachinesTest {

    @ParameterizedTest
    @CsvSource({
        "'',         false",
        "Bearer x.y, true",
        "bEARER x.y, true",
        "Bearer,     true",
        "Bearer a b, true",
        "Basic YTpi, false",
    })
    void goes_by_the_header_without_paths(String header, boolean isOfMachines) {
        assertThat(isOfMachines(Map.of(), "/orders", header)).isEqualTo(isOfMachines);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/x, '',         true",
        "/api/x, Bearer x.y, true",
        "/page,  '',         false",
        "/page,  Bearer x.y, false",
    })
    void goes_by_the_paths_alone_where_there_are_some(String path, String header, boolean isOfMachines) {
        assertThat(isOfMachines(Map.of("cognito.paths", "/api/*"), path, header))
                .isEqualTo(isOfMachines);
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/oauth-protected-resource,    true",
        "/.well-known/oauth-protected-resource/v1, true",
        "/.well-known/openid-configuration,        false",
    })
    void keeps_the_metadata_from_login_forms(String path, boolean isOfMachines) {
        Map<String, String> resource = Map.of("cognito.resource-url", "https://api.example.com/v1");

        assertThat(isOfMachines(resource, path, "")).isEqualTo(isOfMachines);
    }

    private static boolean isOfMachines(Map<String, String> settings, String path, String header) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("cognito.user-pool-id", "eu-west-1_AbCdEfGhI");
        all.put("cognito.client-ids", "abc");
        Configuration configuration = Configuration.of(List.of(ConfigurationSource.of("test", all)));
        try (CognitoService service = new CognitoService(ServiceSettingsReader.read(configuration))) {
            return service.isForMachines(request(path, header));
        }
    }

    private static HttpServletRequest request(String path, String header) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestsForMachinesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServletPath" -> path;
                    case "getPathInfo" -> null;
                    case "getContextPath" -> "";
                    case "getHeaders" -> Collections.enumeration(header.isEmpty() ? List.of() : List.of(header));
                    default -> throw new AssertionError("the request was asked for " + method.getName());
                });
    }
}
