package org.cognito4j;

import java.util.function.Consumer;

/** What the settings of single app clients have to fulfil. */
final class ClientPolicyRules {

    private static final int LONGEST_NAME = 100;

    private final SettingsDraft settings;
    private final Consumer<SettingFault> faults;
    private final ScopeRoles mapping;

    ClientPolicyRules(SettingsDraft settings, Consumer<SettingFault> faults) {
        this.settings = settings;
        this.faults = faults;
        this.mapping = settings.scopeRoles();
    }

    void check() {
        settings.clientPolicies.forEach(this::check);
    }

    private void check(String id, ClientPolicy policy) {
        String setting = "clients.\"" + id + "\"";
        if (!settings.acceptsAnyClient() && !settings.clientIds().contains(id)) {
            fault(setting, "is not one of client-ids", "Add the app client there, or remove what is set for it");
        }
        if (policy.name() != null && !isName(policy.name())) {
            fault(
                    setting + ".name",
                    "is not a name",
                    "Choose 1 to " + LONGEST_NAME + " characters that can stand in a line of a log");
        }
        policy.requiredClaims().faults(setting + ".").forEach(faults);
        if (policy.roles() != null) {
            checkRoles(setting, policy);
        }
    }

    private void checkRoles(String setting, ClientPolicy policy) {
        if (policy.roles().isEmpty()) {
            fault(
                    setting + ".roles",
                    "names no role",
                    "Name the roles that the client may have, separated by commas, or set " + setting
                            + ".denied to true");
        }
        policy.roles().stream()
                .filter(role -> !canBeHad(role))
                .forEach(role -> fault(
                        setting + ".roles",
                        SettingFault.quote(role) + " is a role that nothing gives",
                        "Name roles of the mapping exactly as it has them"));
    }

    /** What a person's groups are called is known to the pool alone. */
    private boolean canBeHad(String role) {
        boolean mayBeAGroup = settings.get(DeclaredPoolSettings.GROUPS_AS_ROLES) && ScopeRoles.isRole(role);
        return mayBeAGroup || !mapping.scopesFor(role).isEmpty();
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(ClientPolicyRules::breaksALine);
    }

    private static boolean breaksALine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private void fault(String setting, String problem, String remedy) {
        faults.accept(new SettingFault(setting, problem, remedy));
    }
}
