package org.cognito4j.it;

import java.util.List;
import java.util.stream.Stream;

/** The table of all hostile applications, by the part of Jakarta EE that their authors know best. */
final class HostileApplications {

    private HostileApplications() {}

    static Stream<HostileApplication> onThisServer() {
        HostileServer server = HostileServer.current();
        List<String> only =
                List.of(System.getProperty("cognito4j.it.hostile-only", "").split(","));
        return Stream.of(
                        FilterApplications.rows(),
                        FilteredPageApplications.rows(),
                        ConstraintApplications.rows(),
                        ServletApplications.rows(),
                        SettingsApplications.rows(),
                        WebSocketApplications.rows(),
                        BeanApplications.rows(),
                        ClaimApplications.rows(),
                        CheckApplications.rows(),
                        RestApplications.rows(),
                        MechanismApplications.rows(),
                        InjectedApplications.rows(),
                        EnterpriseBeanApplications.rows(),
                        WaysApplications.rows())
                .flatMap(List::stream)
                .filter(server::runs)
                .filter(application -> only.stream().anyMatch(application.id()::contains));
    }
}
