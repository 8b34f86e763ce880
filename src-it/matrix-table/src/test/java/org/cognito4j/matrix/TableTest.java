package org.cognito4j.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final String SUM_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String SUM_OF_DEMO = "2a97516c354b68848cdbd8f54a226a0a55b21ed138e207ad6c5cbb9c00aa5aea";

    @TempDir
    private Path modules;

    private Path libraries;
    private Path demo;

    @BeforeEach
    void packFiles() throws IOException {
        libraries = modules.resolve("libraries.war");
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(libraries))) {
            war.putNextEntry(new ZipEntry("WEB-INF/lib/jose4j-1.jar"));
            war.write('x');
            war.putNextEntry(new ZipEntry("WEB-INF/lib/cognito4j-security-1.jar"));
            war.write(new byte[] {'a', 'b', 'c'});
        }
        demo = Files.writeString(modules.resolve("demo.war"), "demo");
    }

    @Test
    void tells_what_passed_and_what_is_limited_by_the_server() throws IOException {
        Column column = green();

        assertThat(column.title()).isEqualTo("Duke (7.1)");
        assertThat(column.cells())
                .containsEntry("CallerIT", new Cell(1, 2, 0))
                .containsEntry("RestIT", new Cell(1, 0, 0));
        assertThat(column.limits()).containsExactly("`CallerIT.is_known`: Duke forgets");
        assertThat(column.isGreen()).isTrue();
    }

    @Test
    void counts_failures_errors_and_what_was_skipped_without_a_cause() throws IOException {
        Column column = column(
                "red",
                "RestIT",
                "<testcase classname='a.RestIT' name='a'><failure>no</failure></testcase>"
                        + "<testcase classname='a.RestIT' name='b'><error>no</error></testcase>"
                        + "<testcase classname='a.RestIT' name='c'><skipped/></testcase>"
                        + "<testcase classname='a.RestIT' name='d'/>");

        assertThat(column.cells()).containsEntry("RestIT", new Cell(1, 0, 3));
        assertThat(column.isGreen()).isFalse();
    }

    @Test
    void is_not_green_where_nothing_ran() throws IOException {
        Column column = Reports.of(modules.resolve("absent"));

        assertThat(column.title()).isEqualTo("absent");
        assertThat(column.sum()).hasToString("✗ nothing ran");
        assertThat(column.isGreen()).isFalse();
    }

    @Test
    void adds_up_the_executions_of_a_module() throws IOException {
        column("twice", "RestIT", "<testcase classname='a.RestIT' name='a'/>");
        Column column = column("twice", "RestIT-again", "<testcase classname='a.RestIT(again)' name='a'/>");

        assertThat(column.cells()).containsEntry("RestIT", new Cell(2, 0, 0));
        assertThat(column.time()).hasSeconds(2403);
    }

    @Test
    void knows_what_was_deployed() throws IOException {
        assertThat(green().files()).containsEntry(Deployed.JAR, SUM_OF_ABC).containsEntry(Deployed.DEMO, SUM_OF_DEMO);
    }

    @Test
    void shows_servers_beside_each_other() throws IOException {
        Column red = column("red", "EjbIT", "<testcase classname='a.EjbIT' name='a'><failure>no</failure></testcase>");
        Table table = new Table(List.of(green(), red));

        assertThat(table.markdown().lines())
                .contains(
                        "| `CallerIT` | ✓ 1, limits 2 | – |",
                        "| `EjbIT` | – | ✗ 1 of 1 |",
                        "| **all** | **✓ 2, limits 2** | **✗ 1 of 1** |",
                        "| Demo WAR, SHA-256 | `2a97516c354b` | `2a97516c354b` |",
                        "| Time | 40:03 min | 20:01 min |");
        assertThat(table.limits()).isEqualTo("### Duke (7.1)\n\n- `CallerIT.is_known`: Duke forgets\n");
        assertThat(table.files())
                .isEqualTo("- `" + SUM_OF_ABC + "`: Module jar on Duke (7.1), Duke (7.1)\n- `" + SUM_OF_DEMO
                        + "`: Demo WAR on Duke (7.1), Duke (7.1)\n");
    }

    private Column green() throws IOException {
        String limit = "<skipped><![CDATA[org.x.Aborted: Known limit: Duke forgets\n\tat a.B(C)]]></skipped>";
        column(
                "green",
                "CallerIT",
                "<testcase classname='a.CallerIT' name='is_known[1] x'>" + limit + "</testcase>"
                        + "<testcase classname='a.CallerIT' name='is_known[2] y'>" + limit + "</testcase>"
                        + "<testcase classname='a.CallerIT' name='shows'/>");
        return column("green", "RestIT", "<testcase classname='a.RestIT' name='a'/>");
    }

    private Column column(String module, String report, String tests) throws IOException {
        Path directory = modules.resolve(module);
        Path reports = Files.createDirectories(directory.resolve("target/failsafe-reports"));
        Files.writeString(
                reports.resolve("TEST-a." + report + ".xml"),
                "<testsuite time='1,201.5'><properties>"
                        + property("cognito4j.it.server", "cognito4j on Duke")
                        + property("cognito4j.it.server-version", "7.1")
                        + property("cognito4j.it.libraries-war", libraries) + property("cognito4j.it.demo-war", demo)
                        + "</properties>" + tests + "</testsuite>");
        return Reports.of(directory);
    }

    private static String property(String name, Object value) {
        return "<property name='" + name + "' value='" + value + "'/>";
    }
}
