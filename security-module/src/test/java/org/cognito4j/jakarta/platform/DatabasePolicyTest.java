package org.cognito4j.jakarta.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.cognito4j.PolicySource.PolicyText;
import org.junit.jupiter.api.Test;

/** The example of docs/revoking.md is this class, and reads a policy from a table. */
class DatabasePolicyTest {

    private final Map<String, String> table = new TreeMap<>();
    private final DatabasePolicy policy = new DatabasePolicy();

    @Test
    void is_the_example_of_the_document() throws Exception {
        String source = Files.readString(
                Path.of("src", "test", "java", "org", "cognito4j", "jakarta", "platform", "DatabasePolicy.java"));

        assertThat(Files.readString(Path.of("..", "docs", "revoking.md")))
                .contains("```java\n" + source.substring(source.indexOf("@ApplicationScoped")) + "```\n");
    }

    @Test
    void has_another_version_when_the_table_has_changed() throws Exception {
        policy.database = database();
        PolicyText first = policy.read("").orElseThrow();
        assertThat(policy.read(first.version())).isEmpty();

        table.put("cognito.clients.\"1example23456789\".denied", "true");
        PolicyText second = policy.read(first.version()).orElseThrow();

        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(second.text()).contains("denied=true\n# end ");
    }

    /** A database with one table. */
    private DataSource database() {
        return stub(DataSource.class, (proxy, method, arguments) -> {
            Iterator<Map.Entry<String, String>> rows = table.entrySet().iterator();
            Map<String, String> row = new TreeMap<>();
            ResultSet result = stub(ResultSet.class, (p, called, given) -> {
                if (called.getName().equals("next")) {
                    boolean isThere = rows.hasNext();
                    if (isThere) {
                        Map.Entry<String, String> next = rows.next();
                        row.putAll(Map.of("setting", next.getKey(), "text", next.getValue()));
                    }
                    return isThere;
                }
                return called.getName().equals("getString") ? row.get((String) given[0]) : closed(called.getName());
            });
            PreparedStatement query = stub(
                    PreparedStatement.class,
                    (p, called, given) -> called.getName().equals("executeQuery") ? result : closed(called.getName()));
            return stub(
                    Connection.class,
                    (p, called, given) ->
                            called.getName().equals("prepareStatement") ? query : closed(called.getName()));
        });
    }

    private static Object closed(String method) throws SQLException {
        if (method.equals("close")) {
            return null;
        }
        throw new SQLException(method);
    }

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
