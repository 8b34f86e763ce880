package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.DeclaredPoolSettings;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `cognito\\.([^`]+)` \\|");

    @Test
    void lists_every_setting_and_no_other() throws IOException {
        List<String> listed = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("..", "README.md")));
        while (rows.find()) {
            listed.add(rows.group(1));
        }

        List<String> settings = new ArrayList<>(List.of("pool.<name>.…"));
        DeclaredPoolSettings.ALL.all().forEach(setting -> settings.add(setting.key()));
        DeclaredApplicationSettings.ALL.all().forEach(setting -> settings.add(setting.key()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(settings);
    }
}
