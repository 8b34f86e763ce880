package org.cognito4j.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of a policy's text leaves all other bytes as they are, and its last line is right. */
class PolicyTextTest {

    private static final String TEXT = "# Ünsere Klienten\r\n"
            + "cognito.client-ids = a,\\\n   b , c\n"
            + "\n"
            + "  ! note \\\n"
            + "cognito.clients.a.denied : false\r"
            + "cognito.clients.\"b\".name=Bill\\\\\n";

    @Test
    void sets_a_setting_in_its_place_and_leaves_the_rest() {
        PolicyText changed = of(TEXT).with("cognito.clients.\"a\".denied", "true");

        assertThat(body(changed))
                .isEqualTo(TEXT.replace("cognito.clients.a.denied : false\r", "cognito.clients.a.denied=true\n"));
        assertThat(changed.value("cognito.clients.\"a\".denied")).contains("true");
    }

    @Test
    void appends_a_setting_that_is_not_there() {
        assertThat(body(of(TEXT).with("cognito.clients.\"c\".denied", "true")))
                .isEqualTo(TEXT + "cognito.clients.\"c\".denied=true\n");
        assertThat(body(of("x=1").with("y", "2"))).isEqualTo("x=1\ny=2\n");
        assertThat(body(of("").with("y", "2"))).isEqualTo("y=2\n");
    }

    @Test
    void adds_an_element_to_a_list_as_it_is_written() {
        assertThat(body(of(TEXT).withElement("cognito.client-ids", "d")))
                .isEqualTo(TEXT.replace("b , c\n", "b , c,d\n"));
        assertThat(of(TEXT).withElement("cognito.client-ids", "d").value("cognito.client-ids"))
                .contains("a,b , c,d");
        assertThat(body(of("x=\n").withElement("x", "d"))).isEqualTo("x=d\n");
        assertThat(body(of("").withElement("x", "d"))).isEqualTo("x=d\n");
    }

    @Test
    void removes_a_setting_in_all_spellings() {
        assertThat(body(of(TEXT).without("cognito.clients.\"a\".denied")))
                .isEqualTo(TEXT.replace("cognito.clients.a.denied : false\r", ""));
        assertThat(body(of("a.\"x\"=1\na.x=1\nb=2\n").without("a.\"x\""))).isEqualTo("b=2\n");
    }

    @Test
    void of_two_settings_with_one_key_the_last_one_counts() {
        assertThat(of("a=1\na=2\n").value("a")).contains("2");
        assertThat(body(of("a=1\na=2\n").with("a", "3"))).isEqualTo("a=1\na=3\n");
    }

    /** As java.util.Properties reads them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1\\\n#no comment\nb=2\n",
                "a=1\\\\\n#comment\nb=2\n",
                "#comment\\\nb=2\n",
                "\\u0062=2\n",
                "a=1\\\r\n  x\r\nb=2",
                "\n\r\n \t\nb 2",
                "b=2\\"
            })
    void finds_settings_where_properties_have_them(String text) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(text));

        assertThat(of(text).keys()).containsExactlyInAnyOrderElementsOf(properties.stringPropertyNames());
        assertThat(of(text).value("b")).contains("2");
    }

    @Test
    void writes_a_last_line_in_place_of_any_other() {
        byte[] sealed = of(TEXT).sealed();

        assertThat(PolicyEnd.of(sealed)).isEqualTo(PolicyEnd.WHOLE);
        assertThat(PolicyText.of(sealed).sealed()).isEqualTo(sealed);
        assertThat(of(new String(sealed, UTF_8) + "\r\n\n").sealed()).isEqualTo(sealed);
        assertThat(of(TEXT + "# end 00\n").sealed()).isEqualTo(sealed);
        assertThat(PolicyEnd.of(of("").sealed())).isEqualTo(PolicyEnd.WHOLE);
        assertThat(PolicyEnd.of(PolicyText.of(sealed).with("x", "y").sealed())).isEqualTo(PolicyEnd.WHOLE);
    }

    @Test
    void keeps_bytes_that_are_no_utf_8() {
        byte[] bytes = {'#', (byte) 0xff, '\n'};

        assertThat(PolicyText.of(bytes).sealed()).startsWith(bytes);
    }

    @Test
    void is_none_with_a_malformed_escape() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("a=\\u00zz\n"));
    }

    private static PolicyText of(String text) {
        return PolicyText.of(text.getBytes(UTF_8));
    }

    private static String body(PolicyText policy) {
        String sealed = new String(policy.sealed(), UTF_8);
        assertThat(sealed.getBytes(UTF_8)).isEqualTo(policy.sealed());
        return sealed.substring(0, sealed.lastIndexOf("# end "));
    }

    /** What is appended to such a line would be part of its value: a denial that is none. */
    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\\n", "\\\r\n", "\\\n  "})
    void a_last_line_that_goes_on_takes_nothing_in(String end) throws Exception {
        PolicyText policy = of("cognito.clients.\"a\".name=Shop" + end);

        Properties denied = properties(policy.with("cognito.clients.\"a\".denied", "true"));

        assertThat(denied.getProperty("cognito.clients.\"a\".denied")).isEqualTo("true");
        assertThat(denied.getProperty("cognito.clients.\"a\".name")).isEqualTo("Shop");
        assertThat(properties(policy).getProperty("cognito.clients.\"a\".name")).isEqualTo("Shop");
    }

    /** Whatever stands in a file: each change sets what it says, and nothing else, as {@link Properties} reads it. */
    @Test
    void changes_what_it_says_and_nothing_else() throws Exception {
        String[] parts = {
            "a", "b", "=", ":", " ", "\t", "\f", "#", "!", "\\", "\n", "\r", "\r\n", ",", "a=1", "b=x,y", "\"", "c d"
        };
        Random random = new Random(20_261_201);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            PolicyText policy = of(text.toString());
            Properties before = new Properties();
            before.load(new StringReader(text.toString()));
            before.remove(""); // of a backslash alone, which is no setting

            assertThat(properties(policy)).as("%s", text).isEqualTo(before);
            assertThat(properties(policy.with("z", "1"))).as("%s", text).isEqualTo(and(before, "z", "1"));
            assertThat(properties(policy.with("a", "2"))).as("%s", text).isEqualTo(and(before, "a", "2"));
            assertThat(properties(policy.without("a"))).as("%s", text).isEqualTo(and(before, "a", null));
            String list = before.getProperty("b", "").trim();
            assertThat(elements(properties(policy.withElement("b", "e")).getProperty("b")))
                    .as("%s", text)
                    .isEqualTo(elements(list.isEmpty() ? "e" : list + ",e"));
        }
    }

    private static List<String> elements(String list) {
        return Stream.of(list.split(",", -1)).map(String::trim).toList();
    }

    private static Properties and(Properties before, String key, @Nullable String value) {
        Properties after = new Properties();
        after.putAll(before);
        after.remove(key);
        if (value != null) {
            after.setProperty(key, value);
        }
        return after;
    }

    private static Properties properties(PolicyText policy) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(new String(policy.sealed(), UTF_8)));
        properties.remove("");
        return properties;
    }
}
