package org.cognito4j.jakarta.decision;

/** The part of the module or of the server that decided about a request. */
public enum DecisionForm {

    /** The authentication mechanism of Jakarta Security. */
    MECHANISM("mechanism"),

    /** The module as the container's authentication in an application without Jakarta Security. */
    BARE_JAR("bare-jar"),

    /** A {@code CognitoFilter}. */
    FILTER("filter"),

    /** The filter that enforces {@code cognito.require-token}. */
    REQUIRED_TOKEN("required-token"),

    /** A security constraint of {@code web.xml} or {@code @ServletSecurity}, by the container or in its stead. */
    CONSTRAINT("constraint"),

    /** The application, which answered 403 after it asked for a role that the caller lacks. */
    APPLICATION("application"),

    /** An annotation of a JAX-RS resource. */
    RESOURCE("resource"),

    /** An annotation of a CDI bean or an enterprise bean. */
    BEAN("bean"),

    /** The identity store, asked by an authentication mechanism of the application. */
    IDENTITY_STORE("identity-store"),

    /** A guard that keeps a resource closed which a fault of the deployment or of the server would leave open. */
    GUARD("guard");

    private final String code;

    DecisionForm(String code) {
        this.code = code;
    }

    /**
     * Returns the word for logs and events.
     *
     * @return a stable word in small letters
     */
    public String code() {
        return code;
    }
}
