package org.cognito4j.jakarta.filter;

import jakarta.servlet.FilterConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.Configuration;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.audit.FilterScopes;

/** The init parameters of one filter, and every fault in them. */
final class FilterParameters {

    static final String REQUIRED_SCOPES = FilterScopes.REQUIRED_SCOPES;
    private static final String MATCH = "match";
    private static final String METHODS = "methods";
    private static final String EXCEPT_METHODS = "except-methods";
    private static final String OPTIONAL = "optional";
    private static final Set<String> KNOWN = Set.of(REQUIRED_SCOPES, MATCH, METHODS, EXCEPT_METHODS, OPTIONAL);

    /** RFC 6749 section 3.3. */
    private static final String SCOPE = "[\\x21\\x23-\\x5B\\x5D-\\x7E]+";

    /** RFC 9110 section 9.1: a token. */
    private static final String METHOD = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private final String filter;
    private final String place;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<SettingFault> faults = new ArrayList<>();

    private FilterParameters(FilterConfig config, Set<String> further) {
        this.filter = config.getFilterName();
        this.place = "init-param of the filter " + filter;
        for (String name : Collections.list(config.getInitParameterNames())) {
            String text = config.getInitParameter(name);
            if (KNOWN.contains(name)) {
                texts.put(name, text.trim());
            } else if (name.equals("cognito.require-token")) {
                fault(
                        name,
                        "holds for the application, not for one filter",
                        "Set it where the application's settings are, for example as a context-param");
            } else if (name.startsWith("cognito.")) {
                settings.put(name, text);
            } else if (!further.contains(name)) {
                Set<String> candidates = new LinkedHashSet<>(KNOWN);
                candidates.addAll(further);
                fault(
                        name,
                        "is not a parameter",
                        "Did you mean " + Configuration.nearestKey(name, candidates) + "? Correct it or remove it");
            }
        }
    }

    /**
     * Reads the parameters of a filter.
     *
     * @param further names that others read
     */
    static FilterParameters read(FilterConfig config, Set<String> further) {
        return new FilterParameters(config, further);
    }

    /**
     * The gate that these parameters ask for.
     *
     * @param services where to get the service from
     * @throws InvalidSettings with the faults of the parameters and of the settings
     */
    RequestGate gate(FilterServices services) {
        List<String> scopes = scopes();
        boolean any = isAny();
        CheckedMethods methods = methods();
        boolean optional = isOptional();
        CognitoService service;
        try {
            service = services.acquire(settings, place, filter);
        } catch (InvalidSettings e) {
            faults.addAll(e.faults());
            throw new InvalidSettings(faults);
        }
        if (!faults.isEmpty()) {
            services.release(service);
            throw new InvalidSettings(faults);
        }
        return new RequestGate(
                service,
                new RequiredScopes(service.pools(), service::rolesFor, scopes, any),
                methods,
                optional,
                services.roleLinks(),
                service.verifier()::verify);
    }

    private List<String> scopes() {
        List<String> scopes = elements(REQUIRED_SCOPES);
        for (String scope : scopes) {
            if (!scope.matches(SCOPE)) {
                fault(REQUIRED_SCOPES, "holds what is no scope", "Name scopes as the user pool does, without quotes");
            }
        }
        return scopes;
    }

    private boolean isAny() {
        String match = texts.get(MATCH);
        if (match == null) {
            return false;
        }
        if (!texts.containsKey(REQUIRED_SCOPES)) {
            fault(MATCH, "stands without " + REQUIRED_SCOPES, "Remove it or name scopes");
        }
        return switch (match.toLowerCase(Locale.ROOT)) {
            case "any" -> true;
            case "all" -> false;
            default -> {
                fault(MATCH, "cannot be read", "Set it to any or all");
                yield false;
            }
        };
    }

    private CheckedMethods methods() {
        List<String> only = methods(METHODS);
        List<String> except = methods(EXCEPT_METHODS);
        if (texts.containsKey(METHODS) && texts.containsKey(EXCEPT_METHODS)) {
            fault(METHODS, "stands beside " + EXCEPT_METHODS, "Keep one of them");
        }
        for (String method : only) {
            CheckedMethods.meantBy(method)
                    .ifPresent(usual ->
                            fault(METHODS, "names " + method + ", so " + usual + " is open", "Write " + usual));
        }
        CheckedMethods methods = texts.containsKey(EXCEPT_METHODS)
                ? CheckedMethods.allBut(except)
                : texts.containsKey(METHODS) ? CheckedMethods.only(only) : CheckedMethods.ALL;
        if (!methods.includeUsual()) {
            fault(
                    texts.containsKey(EXCEPT_METHODS) ? EXCEPT_METHODS : METHODS,
                    "leaves GET, POST and all other usual methods open, so the filter protects nothing",
                    "Name the methods that need a token in " + METHODS);
        }
        return methods;
    }

    private List<String> methods(String name) {
        List<String> methods = elements(name);
        for (String method : methods) {
            if (!method.matches(METHOD) || method.equals("*")) {
                fault(name, "holds what is no HTTP method", "Name methods such as GET, or remove it to mean all");
            } else if (name.equals(EXCEPT_METHODS) && method.equals("CONNECT")) {
                fault(name, "names CONNECT, by which HTTP/2 opens WebSocket connections", "Remove it");
            } else if (!method.equals(method.toUpperCase(Locale.ROOT))) {
                fault(name, "holds a method in small letters, which is another one to HTTP", "Use capital letters");
            }
        }
        return methods;
    }

    private boolean isOptional() {
        String text = texts.get(OPTIONAL);
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (!text.equalsIgnoreCase("true")) {
            fault(OPTIONAL, "cannot be read", "Set it to true or false");
        } else if (texts.containsKey(REQUIRED_SCOPES)) {
            fault(
                    OPTIONAL,
                    "stands beside " + REQUIRED_SCOPES,
                    "Who may come without a token needs no scope: keep one");
        }
        return true;
    }

    /** Separated by commas or white space; {@code \,} is a comma within one, as in settings. */
    private List<String> elements(String name) {
        String text = texts.get(name);
        if (text == null) {
            return List.of();
        }
        List<String> elements = FilterScopes.elementsOf(text);
        if (elements.isEmpty()) {
            fault(name, "is empty", "Remove it or give it a value");
        }
        return elements;
    }

    private void fault(String name, String problem, String remedy) {
        faults.add(new SettingFault(name, problem + " (from " + place + ")", remedy));
    }
}
