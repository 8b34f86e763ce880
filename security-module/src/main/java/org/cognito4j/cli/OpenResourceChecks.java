package org.cognito4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.cognito4j.jakarta.audit.OpenResources;
import org.cognito4j.net.VisibleText;

/** Lists the resources of an application that ask for nothing. */
final class OpenResourceChecks {

    private static final String AREA = "open";

    private OpenResourceChecks() {}

    /**
     * Looks through an archive.
     *
     * @param requireToken the patterns of {@code cognito.require-token}
     * @return a warning for each open resource; one that is good if there are none
     */
    static List<Finding> run(Path archive, List<String> requireToken) {
        List<Finding> findings = new ArrayList<>();
        try (ZipFile war = new ZipFile(archive.toFile())) {
            for (String line : OpenResources.in(war, requireToken)) {
                findings.add(Finding.warning(
                        AREA,
                        VisibleText.of(line) + " asks for no token",
                        "Protect it or cover it with cognito.require-token, unless it is meant for everybody"));
            }
        } catch (IOException e) {
            return List.of(Finding.warning(
                    AREA,
                    "the WAR's resources cannot be listed (" + e.getClass().getSimpleName() + ")",
                    "Check that it is a WAR"));
        }
        return findings.isEmpty() ? List.of(Finding.good(AREA, "every resource asks for a token")) : findings;
    }
}
