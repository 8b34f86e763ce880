package org.cognito4j.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cognito4j.AccessToken;
import org.cognito4j.KeyListener;
import org.cognito4j.ScopeRoles;
import org.cognito4j.TokenVerifier;
import org.cognito4j.UserPool;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/** One application's verifier, role mapping and challenges, as configured. Thread-safe. */
final class CognitoService implements AutoCloseable {

    private static final String ATTRIBUTE = CognitoService.class.getName();

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private final Counters counters = new Counters();
    private final List<VerifierSettings> pools;
    private final TokenVerifier verifier;
    private final Map<UserPool, ScopeRoles> rolesByPool;
    private final RefusalLog refusals = new RefusalLog(System::nanoTime);
    private final BearerAuthentication authentication;
    private final String insufficientScope;
    private final MechanismPaths paths;
    private final RequiredTokenPaths requiredTokenPaths;
    private final int identityStorePriority;
    private final boolean authenticatesForContainer;
    private final boolean storeGroupsAsRoles;
    private final boolean deniesUnannotated;
    private final Optional<ResourceMetadata> metadata;
    private final CorsPolicy cors;
    private volatile Optional<FigureRegistration> figures = Optional.empty();
    private volatile Runnable meterRemoval = () -> {};

    CognitoService(ServiceSettings settings) {
        this(settings, List.of());
    }

    /**
     * Starts a service.
     *
     * @param observers who hears of its decisions besides its own counters
     */
    CognitoService(ServiceSettings settings, List<SecurityObserver> observers) {
        this(settings, observers, keys -> TokenVerifier.of(settings.pools(), InstantSource.system(), keys));
    }

    /**
     * Starts a service.
     *
     * @param verifiers makes the verifier, which tells of its keys
     */
    CognitoService(
            ServiceSettings settings,
            List<SecurityObserver> observers,
            Function<? super KeyListener, TokenVerifier> verifiers) {
        List<SecurityObserver> all = new ArrayList<>(observers);
        all.add(counters);
        if (ClassPresence.of("jdk.jfr.Event")) {
            all.add(new FlightRecording());
        }
        SecurityObserver observer = new SecurityObservers(all);
        this.pools = settings.pools();
        this.rolesByPool = settings.pools().stream()
                .collect(Collectors.toUnmodifiableMap(VerifierSettings::userPool, VerifierSettings::scopeRoles));
        this.paths = new MechanismPaths(settings.paths());
        this.requiredTokenPaths = new RequiredTokenPaths(settings.requireToken());
        this.identityStorePriority = settings.identityStorePriority();
        this.authenticatesForContainer = settings.requiresAuthentication();
        this.storeGroupsAsRoles = settings.storeGroupsAsRoles();
        this.deniesUnannotated = settings.deniesUnannotated();
        this.metadata = settings.resourceUrl().map(url -> ResourceMetadata.of(url, settings));
        this.cors = new CorsPolicy(settings.corsOrigins());
        this.authentication = new BearerAuthentication(
                new BearerChallenge(settings.realm(), metadata.map(ResourceMetadata::address)), refusals, observer);
        this.insufficientScope = challenge().insufficientScope(Set.of());
        this.verifier = verifiers.apply(observer); // last: it may start threads, and nothing behind it can fail
    }

    /**
     * Logs what an operator has to know about this service.
     *
     * @param headline the application, and whether it is protected
     * @param authentication who authenticates its callers
     */
    void logStart(String headline, String authentication) {
        LOG.log(Level.INFO, StartReport.of(headline, authentication, pools, verifier.keyStates()));
    }

    /** The service that was started for an application. */
    static @Nullable CognitoService in(@Nullable ServletContext application) {
        return application == null ? null : (CognitoService) application.getAttribute(ATTRIBUTE);
    }

    /** The service that a request was judged by: a filter's own, or the application's. */
    static @Nullable CognitoService of(HttpServletRequest request) {
        return of(request.getAttribute(FilteredRequest.ATTRIBUTE), request.getServletContext());
    }

    /**
     * The same for those who have no servlet request.
     *
     * @param filtered its attribute {@link FilteredRequest#ATTRIBUTE}
     */
    static @Nullable CognitoService of(@Nullable Object filtered, @Nullable ServletContext application) {
        return filtered instanceof FilteredRequest request ? request.service() : in(application);
    }

    /** Lets those find this service who get nothing injected, and shows its figures over JMX and as meters. */
    void publishIn(ServletContext application) {
        RequiredTokenFilter.requireIn(application, requiredTokenPaths);
        application.setAttribute(ATTRIBUTE, this);
        String path = application.getContextPath();
        figures = FigureRegistration.of(
                path, new SecurityFigures(counters, verifier, () -> OpenResourceReport.of(application)));
        meterRemoval = Meters.register(path, counters, verifier);
    }

    /** Lets another application find it that has the same settings, and the same beans. */
    void shareWith(ServletContext application) {
        application.setAttribute(ATTRIBUTE, this);
    }

    static void withdrawFrom(ServletContext application) {
        application.removeAttribute(ATTRIBUTE);
    }

    TokenVerifier verifier() {
        return verifier;
    }

    /** The settings of each trusted pool. */
    List<VerifierSettings> pools() {
        return pools;
    }

    BearerAuthentication authentication() {
        return authentication;
    }

    BearerChallenge challenge() {
        return authentication.challenge();
    }

    /**
     * Where the module speaks if the container authenticates: elsewhere a form of it that the container asks neither
     * judges nor challenges.
     */
    MechanismPaths paths() {
        return paths;
    }

    /**
     * Returns whether a request that arrives needs an acceptable token because of its path. What it is dispatched to later
     * is the matter of {@link #dispatchRequiresToken}.
     */
    boolean requiresToken(HttpServletRequest request) {
        return dispatchRequiresToken(request) && request.getDispatcherType() == DispatcherType.REQUEST;
    }

    /** Returns whether the dispatch that is at work needs an acceptable token, whatever else the application asks. */
    boolean dispatchRequiresToken(HttpServletRequest request) {
        return requiredTokenPaths.include(request) && !isAnsweredAtOnce(request);
    }

    /** The paths under which every request needs a token. */
    RequiredTokenPaths requiredTokenPaths() {
        return requiredTokenPaths;
    }

    /** The place of our identity store among others. */
    int identityStorePriority() {
        return identityStorePriority;
    }

    /** Returns whether the module answers when the container asks who a caller is. */
    boolean authenticatesForContainer() {
        return authenticatesForContainer;
    }

    /** Returns whether the groups of other identity stores are roles. */
    boolean storeGroupsAsRoles() {
        return storeGroupsAsRoles;
    }

    /** Whether JAX-RS resource methods without a security annotation refuse all callers. */
    boolean deniesUnannotated() {
        return deniesUnannotated;
    }

    /**
     * What a 403 to the authenticated caller of a request says, whoever writes it. It names scopes only if a constraint
     * of the container is what stands in the way.
     */
    String challengeFor(HttpServletRequest request, AccessToken token) {
        Set<String> missing =
                WebConstraints.of(request.getServletContext()).missingScopes(request, token, rolesFor(token));
        return missing.isEmpty() ? insufficientScope : challenge().insufficientScope(missing);
    }

    /** What a 403 says if the scope that the caller lacks is not known. */
    String insufficientScope() {
        return insufficientScope;
    }

    /** Returns whether a request needs no caller: it is for the resource's metadata, or a preflight of a browser. */
    boolean isAnsweredAtOnce(HttpServletRequest request) {
        return metadata.isPresent() && metadata.get().isAskedFor(request)
                || speaksOn(request) && cors.hasAnswerTo(request);
    }

    /**
     * Answers a request that needs no caller, and adds the headers for its origin to any other: to be called before anyone is
     * authenticated.
     *
     * @return whether the request is answered and goes no further
     */
    boolean answersAtOnce(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPreflight = speaksOn(request) && cors.answers(request, response);
        return isPreflight || answersMetadata(request, response);
    }

    /** Answers a request for the resource's metadata, if it is one, and returns whether it is. */
    boolean answersMetadata(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return metadata.isPresent() && metadata.get().answer(request, response);
    }

    private boolean speaksOn(HttpServletRequest request) {
        return paths.include(request) || requiredTokenPaths.include(request);
    }

    /** Returns the origins whose scripts may read answers. */
    CorsPolicy cors() {
        return cors;
    }

    /** The mapping for the pool that issued a token. */
    ScopeRoles rolesFor(AccessToken token) {
        return rolesByPool.get(token.userPool());
    }

    @Override
    public void close() {
        figures.ifPresent(FigureRegistration::close);
        meterRemoval.run();
        verifier.close();
        refusals.close();
    }
}
