package org.cognito4j.jakarta.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cognito4j.jakarta.application.ClassFile;
import org.cognito4j.jakarta.open.OpenApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenResourcesTest {

    private static final String APPLICATION = OpenApplication.class.getName();

    @TempDir
    private Path folder;

    @Test
    void are_servlets_methods_pages_and_files_that_nothing_protects() throws Exception {
        List<String> lines = linesOf("""
            <web-app><security-constraint>
              <web-resource-collection><url-pattern>/constrained/*</url-pattern></web-resource-collection>
              <web-resource-collection><url-pattern>/orders</url-pattern></web-resource-collection>
              <web-resource-collection>
                <url-pattern>/reports/*</url-pattern><http-method>GET</http-method>
              </web-resource-collection>
              <auth-constraint><role-name>read</role-name></auth-constraint>
            </security-constraint></web-app>\
            """);

        assertThat(lines)
                .containsExactlyInAnyOrder(
                        "servlet " + APPLICATION + "$PlainServlet at /plain",
                        "servlet " + APPLICATION + "$HalfServlet at /half",
                        "resource method " + APPLICATION + "$Orders.open",
                        "resource method " + APPLICATION + "$Orders.byContract",
                        "resource method " + APPLICATION + "$Orders.byOwnDesignator",
                        "page /shop/page.jsp",
                        "file /orders/list.html",
                        "methods HEAD, POST, PUT, DELETE, PATCH, OPTIONS, TRACE, other of the constraint of /half",
                        "methods HEAD, POST, PUT, DELETE, PATCH, OPTIONS, TRACE, other of the constraint of"
                                + " /reports/*");
    }

    @Test
    void are_none_where_everything_needs_a_token() throws Exception {
        assertThat(linesOf("<web-app/>", "/*")).isEmpty();
    }

    @Test
    void are_none_below_a_filter_or_a_path_that_needs_a_token() throws Exception {
        assertThat(linesOf("<web-app/>", "/rest/*", "/plain", "/half", "/shop/*"))
                .containsExactly("servlet " + APPLICATION + "$PlainServlet at /constrained/plain");
    }

    @Test
    void do_not_count_annotations_of_a_complete_descriptor() throws Exception {
        assertThat(linesOf("""
            <web-app metadata-complete="true">
              <servlet><servlet-name>s</servlet-name><servlet-class>a.Servlet</servlet-class></servlet>
              <servlet-mapping><servlet-name>s</servlet-name><url-pattern>*.do</url-pattern></servlet-mapping>
              <filter><filter-name>f</filter-name><filter-class>org.cognito4j.jakarta.filter.CognitoFilter</filter-class>
                <init-param><param-name>optional</param-name><param-value>true</param-value></init-param></filter>
              <filter-mapping><filter-name>f</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            </web-app>\
            """)).contains("servlet a.Servlet at *.do").noneMatch(line -> line.contains("PlainServlet"));
    }

    @Test
    void need_classes_that_are_classes() {
        for (byte[] octets : List.of(
                new byte[] {1, 2, 3, 4},
                new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 2, 99})) {
            assertThatThrownBy(() -> ClassFile.read(new ByteArrayInputStream(octets)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void are_told_by_their_number_and_the_first_few() {
        assertThat(OpenResourceReport.summary("\"/shop\"", List.of()))
                .isEqualTo("cognito4j found no open resource in \"/shop\"");
        assertThat(OpenResourceReport.summary("\"/shop\"", List.of("a", "b", "c", "d", "e", "f", "g")))
                .startsWith(
                        "cognito4j found 7 open resources in \"/shop\", which ask for no token: a; b; c; d; e; and 2"
                                + " more");
        assertThat(OpenResourceReport.summary("\"/\" (Shop)", List.of("a")))
                .isEqualTo("cognito4j found 1 open resource in \"/\" (Shop), which asks for no token: a");
    }

    private List<String> linesOf(String webXml, String... requireToken) throws IOException {
        Path war = folder.resolve("app.war");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(war))) {
            add(out, "WEB-INF/web.xml", webXml.getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : OpenApplication.class.getDeclaredClasses()) {
                String name = type.getName().replace('.', '/') + ".class";
                try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                    add(out, "WEB-INF/classes/" + name, in.readAllBytes());
                }
            }
            for (String file : List.of("shop/page.jsp", "orders/list.html", "index.html")) {
                add(out, file, new byte[0]);
            }
        }
        try (ZipFile archive = new ZipFile(war.toFile())) {
            return OpenResources.in(archive, List.of(requireToken));
        }
    }

    private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        ((OutputStream) out).write(content);
        out.closeEntry();
    }
}
