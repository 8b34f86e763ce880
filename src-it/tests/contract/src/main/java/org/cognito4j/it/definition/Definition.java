package org.cognito4j.it.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.ScopeRole;

/** Tells which callers the application has. */
@CognitoAuthenticationMechanismDefinition(
        userPoolId = "eu-west-1_Contract",
        clientIds = {"newcomer", "#{definition.clientIds}"},
        resourceServer = "https://contract.example.com",
        roles = {@ScopeRole(role = "read", scopes = "read"), @ScopeRole(role = "write", scopes = "write")},
        realm = "contract",
        clockSkew = "PT30S")
@ApplicationScoped
@Named
public class Definition {

    /** Asked for by the expression above. */
    public String getClientIds() {
        return "reader,writer";
    }
}
