package org.cognito4j.jakarta.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import java.util.List;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class WelcomeFilesTest {

    private final FakeServlets servlets = new FakeServlets();

    /** Has the path {@code /Orders}. */
    private static class Orders extends HttpServlet {

        private static final long serialVersionUID = 1;
    }

    WelcomeFilesTest() {
        servlets.webXml = "<web-app><welcome-file-list><welcome-file>Orders</welcome-file>"
                + "<welcome-file>start.html</welcome-file></welcome-file-list></web-app>";
    }

    @Test
    void are_shown_up_to_the_first_file_that_is_there() {
        file("/start.html");
        file("/index.html");
        servlets.servlets = List.of(Orders.class);

        assertThat(shownFor("/")).containsExactly("/Orders", "/start.html");
    }

    @Test
    void are_shown_in_directories_that_have_one() {
        file("/docs/index.html");

        assertThat(shownFor("/docs/")).containsExactly("/docs/index.html");
        assertThat(shownFor("/")).isEmpty();
    }

    @Test
    void are_not_shown_where_a_servlet_has_the_path_of_the_directory() {
        file("/Orders/index.html");
        assertThat(shownFor("/Orders/")).containsExactly("/Orders/index.html");

        servlets.servlets = List.of(Orders.class);
        servlets.servletMapping = "/Orders/*";
        assertThat(shownFor("/Orders/")).isEmpty();
    }

    private List<String> shownFor(String directory) {
        return WelcomeFiles.shownFor(directory, servlets.context());
    }

    private void file(String path) {
        servlets.resources.put(path, new byte[0]);
    }
}
