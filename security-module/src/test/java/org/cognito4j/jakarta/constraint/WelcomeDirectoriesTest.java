package org.cognito4j.jakarta.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class WelcomeDirectoriesTest {

    private final FakeServlets servlets = new FakeServlets();

    WelcomeDirectoriesTest() {
        servlets.webXml = "<web-app><welcome-file-list><welcome-file>orders/1</welcome-file>"
                + "<welcome-file>start.html</welcome-file></welcome-file-list></web-app>";
    }

    @Test
    void are_those_of_protected_welcome_files() {
        assertThat(of("/a/start.html")).containsExactly("/a/");
        assertThat(of("/start.html")).containsExactly("");
    }

    @Test
    void are_those_from_which_a_welcome_file_leads_to_protected_paths() {
        assertThat(of("/orders/*")).containsExactly("");
        assertThat(of("/shop/orders/*")).containsExactly("/shop/");
    }

    @Test
    void are_none_where_no_welcome_file_leads_to_a_protected_path() {
        assertThat(of("/a/*")).isEmpty();
        assertThat(of("/reorders/*")).isEmpty();
        assertThat(of("/*", "/orders/*")).isEmpty();
    }

    private Set<String> of(String... patterns) {
        return WelcomeDirectories.of(List.of(patterns), servlets.context());
    }
}
