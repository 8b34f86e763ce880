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
    private Path dropIn;
    private Path demo;

    private String lacks = "";

    @BeforeEach
    void packFiles() throws IOException {
        libraries = modules.resolve("libraries.war");
        dropIn = modules.resolve("drop-in.war");
        pack(libraries, "cognito4j-security-1.jar");
        demo = Files.writeString(modules.resolve("demo.war"), "demo");
    }

    private static void pack(Path file, String module) throws IOException {
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(file))) {
            war.putNextEntry(new ZipEntry("WEB-INF/lib/caffeine-1.jar"));
            war.write('x');
            war.putNextEntry(new ZipEntry("WEB-INF/lib/" + module));
            war.write(new byte[] {'a', 'b', 'c'});
        }
    }

    private void inherits(String module, String parent, String excludes) throws IOException {
        Files.writeString(
                Files.createDirectories(modules.resolve(module)).resolve("pom.xml"),
                "<project>" + parent + "<excludes>" + excludes + "</excludes></project>");
    }

    @Test
    void tells_what_passed_and_what_is_limited_by_the_server() throws IOException {
        Column column = green();

        assertThat(column.title()).isEqualTo("Duke (7.1)");
        assertThat(column.cells())
                .containsEntry("CallerIT", new Cell(1, 0, 2, 0))
                .containsEntry("RestIT", Cell.PASSED);
        assertThat(column.run()).isEqualTo("Monday");
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

        assertThat(column.cells()).containsEntry("RestIT", new Cell(1, 0, 0, 3));
        assertThat(column.isGreen()).isFalse();
    }

    @Test
    void tells_what_took_a_second_try() throws IOException {
        Column column = column(
                "flaky",
                "RestIT",
                "<testcase classname='a.RestIT' name='a'><flakyFailure>no</flakyFailure></testcase>"
                        + "<testcase classname='a.RestIT' name='b'/>");

        assertThat(column.sum()).hasToString("✓ 2, second try 1");
        assertThat(column.isGreen()).isTrue();
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

        assertThat(column.cells()).containsEntry("RestIT", new Cell(2, 0, 0, 0));
        assertThat(column.time()).hasSeconds(2403);
    }

    @Test
    void knows_what_was_deployed() throws IOException {
        assertThat(green().files()).containsEntry(Deployed.JAR, SUM_OF_ABC).containsEntry(Deployed.DEMO, SUM_OF_DEMO);
    }

    @Test
    void tells_the_drop_in_file_from_the_jar_with_its_libraries() throws IOException {
        pack(libraries, "cognito4j-security-1-dropin.jar");

        assertThat(green().files()).containsEntry(Deployed.DROP_IN, SUM_OF_ABC).doesNotContainKey(Deployed.JAR);
    }

    @Test
    void knows_a_drop_in_file_that_was_deployed_besides() throws IOException {
        pack(dropIn, "cognito4j-security-1-dropin.jar");

        assertThat(green().files()).containsEntry(Deployed.DROP_IN, SUM_OF_ABC).containsEntry(Deployed.JAR, SUM_OF_ABC);
    }

    @Test
    void tells_the_cause_of_each_gap() throws IOException {
        lacks = "beans: it has none";
        inherits("duke", "<parent><relativePath>../kin/pom.xml</relativePath></parent>", "");
        inherits("kin", "<parent/>", "<!-- Duke ran\n away --><exclude>**/ShyIT</exclude>");
        inherits(".", "", "<!-- Nobody came --><exclude>**/ShieIT</exclude>");
        Column column = column("duke", "RestIT", "<testcase classname='a.RestIT' name='a'/>");
        lacks = "";
        Table table = new Table(List.of(
                column,
                column("full", "EjbIT", "<testcase classname='a.EjbIT' name='a'/>"),
                column("full", "RestIT", "<testcase classname='a.RestIT' name='a'/>"),
                column("full", "ShyIT", "<testcase classname='a.ShyIT' name='a'/>")));

        assertThat(table.markdown().lines()).contains("| `EjbIT` | – | ✓ 1 | ✓ 1 | ✓ 1 |");
        assertThat(table.markdown()).contains("| `ShyIT` | excluded |");
        assertThat(table.causes())
                .contains("- `ShyIT`, excluded: Duke ran away\n")
                .contains("- `ShieIT`, excluded: Nobody came\n")
                .contains("- –: no beans: it has none\n");
    }

    @Test
    void is_not_green_with_a_gap_that_has_no_cause() throws IOException {
        Column column = column("gap", "RestIT", "<testcase classname='a.RestIT' name='a'/>");
        Column other = column("other", "RestIT", "<testcase classname='a.RestIT' name='a'/>");
        assertThat(new Table(List.of(column, other)).isGreen()).isTrue();

        Table table = new Table(List.of(column, column("other", "EjbIT", "<testcase classname='a.EjbIT' name='a'/>")));

        assertThat(table.markdown()).contains("| `EjbIT` | ✗ not asked | ✓ 1 |");
        assertThat(table.isGreen()).isFalse();
    }

    @Test
    void asks_no_server_what_another_one_has_in_its_own_module() throws IOException {
        Path tests = Files.createDirectories(modules.resolve("proud/src/test/java/a"));
        Files.writeString(tests.resolve("OwnIT.java"), "");
        Column proud = column("proud", "OwnIT", "<testcase classname='a.OwnIT' name='a'/>");
        Table table =
                new Table(List.of(proud, column("other", "OtherIT", "<testcase classname='a.OtherIT' name='a'/>")));

        assertThat(table.markdown().lines()).contains("| `OwnIT` | ✓ 1 | – |", "| `OtherIT` | ✗ not asked | ✓ 1 |");
    }

    @Test
    void is_not_green_with_an_exclusion_that_has_no_cause() throws IOException {
        inherits("silent", "", "<exclude>**/ShyIT</exclude>");
        Table table = new Table(List.of(
                column("silent", "RestIT", "<testcase classname='a.RestIT' name='a'/>"),
                column("other", "RestIT", "<testcase classname='a.RestIT' name='a'/>"),
                column("other", "ShyIT", "<testcase classname='a.ShyIT' name='a'/>")));

        assertThat(table.markdown()).contains("| `ShyIT` | ✗ excluded |");
        assertThat(table.isGreen()).isFalse();
    }

    @Test
    void takes_a_report_that_breaks_off_for_a_failure() throws IOException {
        column("killed", "RestIT", "<testcase classname='a.RestIT' name='a'/>");
        Path reports = modules.resolve("killed/target/failsafe-reports");
        Files.writeString(reports.resolve("TEST-org.x.EjbIT.xml"), "<testsuite><testcase");
        Files.writeString(reports.resolve("TEST-org.x.EjbIT-again.xml"), "");

        assertThat(Reports.of(modules.resolve("killed")).cells())
                .containsEntry("RestIT", Cell.PASSED)
                .containsEntry("EjbIT", new Cell(0, 0, 0, 2));
    }

    @Test
    void says_what_a_class_of_tests_asks() throws IOException {
        Path sources = Files.createDirectories(modules.resolve("it/src/main/java"));
        Files.writeString(
                sources.resolve("EjbIT.java"),
                "/** Not this. */ class Bean {}\n/**\n * Roles by\n * {@code @RolesAllowed}. And more.\n */\n@Tag(\"ejb\")\nclass EjbIT {}");
        Files.writeString(sources.resolve("RestIT.java"), "/** Elsewhere. */ import a.B;\nclass RestIT {}");

        assertThat(new Questions(modules).list(List.of("EjbIT", "RestIT", "AbsentIT"), modules.resolve("docs")))
                .isEqualTo("- [`EjbIT`](../it/src/main/java/EjbIT.java): Roles by `@RolesAllowed`\n"
                        + "- [`RestIT`](../it/src/main/java/RestIT.java)\n");
    }

    @Test
    void shows_servers_beside_each_other() throws IOException {
        Column red = column("red", "EjbIT", "<testcase classname='a.EjbIT' name='a'><failure>no</failure></testcase>");
        Table table = new Table(List.of(green(), red));

        assertThat(table.markdown().lines())
                .contains(
                        "| `CallerIT` | ✓ 1, limits 2 | ✗ not asked |",
                        "| `EjbIT` | ✗ not asked | ✗ 1 of 1 |",
                        "| **all** | **✓ 2, limits 2** | **✗ 1 of 1** |",
                        "| Demo WAR, SHA-256 | `2a97516c354b` | `2a97516c354b` |",
                        "| Time | 40:03 min | 20:01 min |",
                        "| Run | Monday | Monday |");
        assertThat(table.causes())
                .isEqualTo("### Duke (7.1)\n\n- `CallerIT.is_known`: Duke forgets\n\n### Duke (7.1)\n\nNone.\n");
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
                        + property("cognito4j.it.run", "Monday") + property("cognito4j.it.lacks", lacks)
                        + property("cognito4j.it.libraries-war", libraries)
                        + property("cognito4j.it.drop-in-war", dropIn)
                        + property("cognito4j.it.demo-war", demo)
                        + "</properties>" + tests + "</testsuite>");
        return Reports.of(directory);
    }

    private static String property(String name, Object value) {
        return "<property name='" + name + "' value='" + value + "'/>";
    }
}
