package org.cognito4j.jakarta.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.cognito4j.PolicySource;

@ApplicationScoped
class DatabasePolicy implements PolicySource {

    @Resource(lookup = "java:app/jdbc/policy")
    DataSource database;

    @Override
    public Optional<PolicyText> read(String knownVersion) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT setting, text FROM policy");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                settings.put(rows.getString("setting"), rows.getString("text"));
            }
        }
        String version = settings.toString();
        return version.equals(knownVersion) ? Optional.empty() : Optional.of(PolicyText.of(version, settings));
    }
}
