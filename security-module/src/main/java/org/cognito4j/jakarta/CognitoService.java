package org.cognito4j.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cognito4j.AccessToken;
import org.cognito4j.KeyListener;
import org.cognito4j.ScopeRoles;
import org.cognito4j.TokenChecks;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.PolicyWatch;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.metadata.ProtectedResources;
import org.cognito4j.jakarta.metadata.RequestedPath;
import org.cognito4j.jakarta.monitor.Monitoring;
import org.cognito4j.net.DaemonRefreshThread;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/** One application's verifier, role mapping and challenges, as configured. Thread-safe. */
public final class CognitoService implements AutoCloseable {

    private static final String ATTRIBUTE = CognitoService.class.getName();

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private final Monitoring monitoring;
    private final List<VerifierSettings> pools;
    private final TokenVerifier verifier;
    private final Optional<PolicyWatch> policyWatch;
    private final CheckedTokens checkedTokens;
    private final BearerAuthentication authentication;
    private final Refusals refusals;
    private final BearerChallenges challenges;
    private final ProtectedPaths paths;
    private final RequiredTokenPaths requiredTokenPaths;
    private final int identityStorePriority;
    private final boolean authenticatesForContainer;
    private final boolean storeGroupsAsRoles;
    private final boolean deniesUnannotated;
    private final ProtectedResources resources;
    private final CorsPolicy cors;

    /** Starts a service without observers. */
    public CognitoService(ServiceSettings settings) {
        this(settings, List.of());
    }

    /**
     * Starts a service.
     *
     * @param observers who hears of its decisions besides its own counters
     */
    public CognitoService(ServiceSettings settings, List<SecurityObserver> observers) {
        this(settings, observers, TokenChecks.NONE);
    }

    /**
     * Starts a service.
     *
     * @param observers who hears of its decisions besides its own counters
     * @param checks of the application, closed with the service
     */
    public CognitoService(ServiceSettings settings, List<SecurityObserver> observers, TokenChecks checks) {
        this(settings, observers, checks, keys -> TokenVerifier.of(settings.pools(), InstantSource.system(), keys));
    }

    /**
     * Starts a service.
     *
     * @param verifiers makes the verifier, which tells of its keys
     */
    public CognitoService(
            ServiceSettings settings,
            List<SecurityObserver> observers,
            Function<? super KeyListener, TokenVerifier> verifiers) {
        this(settings, observers, TokenChecks.NONE, verifiers);
    }

    /**
     * Starts a service.
     *
     * @param checks of the application, closed with the service
     * @param verifiers makes the verifier, which tells of its keys
     */
    public CognitoService(
            ServiceSettings settings,
            List<SecurityObserver> observers,
            TokenChecks checks,
            Function<? super KeyListener, TokenVerifier> verifiers) {
        this(settings, new Monitoring(settings, observers), checks, verifiers);
    }

    /**
     * Starts a service.
     *
     * @param monitoring takes note of its decisions, and is closed with it
     * @param checks of the application, closed with the service
     * @param verifiers makes the verifier, which tells of its keys
     */
    public CognitoService(
            ServiceSettings settings,
            Monitoring monitoring,
            TokenChecks checks,
            Function<? super KeyListener, TokenVerifier> verifiers) {
        this.checkedTokens = new CheckedTokens(checks);
        this.monitoring = monitoring;
        this.pools = settings.pools();
        this.paths = new ProtectedPaths(settings.paths());
        this.requiredTokenPaths = new RequiredTokenPaths(settings.requireToken());
        this.identityStorePriority = settings.identityStorePriority();
        this.authenticatesForContainer = settings.requiresAuthentication();
        this.storeGroupsAsRoles = settings.storeGroupsAsRoles();
        this.deniesUnannotated = settings.deniesUnannotated();
        this.resources = ProtectedResources.of(settings, this::currentPools);
        this.cors = new CorsPolicy(settings.corsOrigins());
        this.challenges = new BearerChallenges(settings.realm(), resources);
        NeededScopes needed = new NeededScopes(this::currentPools);
        this.authentication = new BearerAuthentication(challenges, needed, monitoring.decisions(), this::rolesFor);
        this.refusals = new Refusals(authentication, needed, this::rolesFor);
        this.verifier = verifiers.apply(
                monitoring.keyListener()); // last but one: it may start threads, and nothing behind it can fail
        monitoring.watch(verifier);
        this.policyWatch = settings.changingPolicy()
                .map(policy -> new PolicyWatch(
                        policy,
                        verifier::replacePolicy,
                        monitoring.policyListener(verifier),
                        new DaemonRefreshThread("cognito4j-policy")));
        policyWatch.ifPresent(PolicyWatch::start);
    }

    /**
     * Logs what an operator has to know about this service.
     *
     * @param headline the application, and whether it is protected
     * @param authentication who authenticates its callers
     */
    public void logStart(String headline, String authentication) {
        LOG.log(Level.INFO, StartReport.of(headline, authentication, pools, verifier.keyStates()));
    }

    /** The service that was started for an application. */
    public static @Nullable CognitoService in(@Nullable ServletContext application) {
        return application == null ? null : (CognitoService) application.getAttribute(ATTRIBUTE);
    }

    /** Returns what refuses the requests of an application, whether its service has been started or not. */
    public static Refusals refusalsIn(ServletContext application) {
        CognitoService service = in(application);
        return service == null ? WithoutService.REFUSALS : service.refusals;
    }

    /** Made where a service is missing. Its records are in the log and the flight recorder alone. */
    private static final class WithoutService {
        private static final NeededScopes NO_SCOPES = new NeededScopes(List::of);
        private static final Refusals REFUSALS = new Refusals(
                new BearerAuthentication(
                        new BearerChallenges("", ProtectedResources.NONE),
                        NO_SCOPES,
                        Monitoring.decisionsWithoutService(),
                        WithoutService::mapping),
                NO_SCOPES,
                WithoutService::mapping);

        private static ScopeRoles mapping(AccessToken token) {
            throw new IllegalStateException("no service has accepted the token");
        }
    }

    /** Lets those find this service who get nothing injected, and shows its figures over JMX and as meters. */
    public void publishIn(ServletContext application) {
        requiredTokenPaths.requireEnforcementIn(application);
        application.setAttribute(ATTRIBUTE, this);
        monitoring.publishIn(application, "", verifier, this::policyProblem);
    }

    /**
     * Shows the figures of a service that a filter has to itself over JMX and as meters.
     *
     * @param filter the name of the filter
     */
    public void publishFiguresOf(String filter, ServletContext application) {
        monitoring.publishIn(application, filter, verifier, this::policyProblem);
    }

    /** Lets another application find it that has the same settings, and the same beans. */
    public void shareWith(ServletContext application) {
        application.setAttribute(ATTRIBUTE, this);
    }

    /** Makes {@link #in} find no service in an application any more. */
    public static void withdrawFrom(ServletContext application) {
        application.removeAttribute(ATTRIBUTE);
    }

    /** Returns whether a policy can change while the application runs. */
    public boolean hasChangingPolicy() {
        return policyWatch.isPresent();
    }

    /** Why the changing policy has no effect, while the last good one stays; empty if it has, or there is none. */
    public String policyProblem() {
        return policyWatch.map(PolicyWatch::problem).orElse("");
    }

    /** Returns the verifier of the tokens. */
    public TokenVerifier verifier() {
        return verifier;
    }

    /** The settings of each trusted pool, as they were at the start. */
    public List<VerifierSettings> pools() {
        return pools;
    }

    private List<VerifierSettings> currentPools() {
        return verifier.settings();
    }

    /**
     * Authenticates a request by its token.
     *
     * @param form who asks
     * @param judge verifies the token, directly or by way of the container's identity stores
     */
    public Authentication authenticate(
            HttpServletRequest request, DecisionForm form, Function<String, Verification> judge) {
        return authentication.authenticate(request, form, checkedTokens.behind(judge, request));
    }

    /**
     * Authenticates a request unless this service has done so before.
     *
     * @param form who asks
     * @param judge verifies the token
     */
    public Authentication authenticateOnce(
            HttpServletRequest request, DecisionForm form, Function<String, Verification> judge) {
        return authentication.authenticateOnce(request, form, checkedTokens.behind(judge, request));
    }

    /** Authenticates a request by this service's verifier, unless this service has authenticated it before. */
    public Authentication authenticateOnce(HttpServletRequest request, DecisionForm form) {
        return authentication.authenticateOnce(request, form, checkedTokens.behind(verifier::verify, request));
    }

    /**
     * Verifies a token for an authentication mechanism of the application, asks the checks about it, and notes the decision.
     *
     * @param request finds the request; null where none is known
     * @throws org.cognito4j.TokenCheckFailed if a check gives no answer
     */
    public Verification verify(String token, Supplier<@Nullable HttpServletRequest> request) {
        HttpServletRequest known = request.get();
        return authentication.judgeForApplication(
                known, token, text -> checkedTokens.checked(verifier.verify(text), () -> known));
    }

    /** Makes the rest of a request anonymous. */
    public void forget(HttpServletRequest request) {
        authentication.forget(request);
    }

    /** Returns the refusal of a token that a verification did not accept, for a request that is not known. */
    public Refusal refusalOf(Verification verification) {
        return challenges.of(RequestedPath.UNKNOWN).refusalOf(verification, Set.of());
    }

    /** Returns what refuses callers whose token is acceptable, and takes note of such refusals by others. */
    public Refusals refusals() {
        return refusals;
    }

    /** Returns what takes note of what callers were asked for and have. */
    public Grants grants() {
        return authentication.grants();
    }

    /**
     * Where the module speaks if the container authenticates: elsewhere a form of it that the container asks neither
     * judges nor challenges.
     */
    public ProtectedPaths paths() {
        return paths;
    }

    /**
     * Returns whether a request that arrives needs an acceptable token because of its path. What it is dispatched to later
     * is the matter of {@link #dispatchRequiresToken}.
     */
    public boolean requiresToken(HttpServletRequest request) {
        return dispatchRequiresToken(request) && request.getDispatcherType() == DispatcherType.REQUEST;
    }

    /** Returns whether the dispatch that is at work needs an acceptable token, whatever else the application asks. */
    public boolean dispatchRequiresToken(HttpServletRequest request) {
        return requiredTokenPaths.include(request) && !isAnsweredAtOnce(request);
    }

    /** The paths under which every request needs a token. */
    public RequiredTokenPaths requiredTokenPaths() {
        return requiredTokenPaths;
    }

    /** The place of our identity store among others. */
    public int identityStorePriority() {
        return identityStorePriority;
    }

    /** Returns whether the module answers when the container asks who a caller is. */
    public boolean authenticatesForContainer() {
        return authenticatesForContainer;
    }

    /** Returns whether the groups of other identity stores are roles. */
    public boolean storeGroupsAsRoles() {
        return storeGroupsAsRoles;
    }

    /** Whether JAX-RS resource methods without a security annotation refuse all callers. */
    public boolean deniesUnannotated() {
        return deniesUnannotated;
    }

    /**
     * What a 403 to the authenticated caller of a request says, whoever writes it. It names scopes only if a constraint
     * of the container is what stands in the way.
     */
    public String challengeFor(HttpServletRequest request, AccessToken token) {
        Set<String> missing =
                WebConstraints.of(request.getServletContext()).missingScopes(request, token, rolesFor(token));
        return challenges.of(request).insufficientScope(missing);
    }

    /** What a 403 to a request says if the scope that the caller lacks is not known. */
    public String insufficientScope(HttpServletRequest request) {
        return challenges.of(request).insufficientScope(Set.of());
    }

    /** Returns whether a request needs no caller: it is for the resource's metadata, or a preflight of a browser. */
    boolean isAnsweredAtOnce(HttpServletRequest request) {
        return resources.areAskedFor(request) || speaksOn(request) && cors.hasAnswerTo(request);
    }

    /**
     * Answers a request that needs no caller, and adds the headers for its origin to any other: to be called before anyone is
     * authenticated.
     *
     * @return whether the request is answered and goes no further
     */
    public boolean answersAtOnce(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answersMetadata(request, response) || speaksOn(request) && cors.answers(request, response);
    }

    /** Answers a request for the resource's metadata, if it is one, and returns whether it is. */
    public boolean answersMetadata(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return resources.answer(request, response);
    }

    /** Returns whether the module judges a request where another mechanism, for people, may judge it instead. */
    public boolean isForMachines(HttpServletRequest request) {
        return isAnsweredAtOnce(request)
                || requiresToken(request)
                || (paths.areAll() ? !(BearerToken.of(request) instanceof BearerToken.Absent) : paths.include(request));
    }

    private boolean speaksOn(HttpServletRequest request) {
        return paths.include(request) || requiredTokenPaths.include(request);
    }

    /** Returns the origins whose scripts may read answers. */
    public CorsPolicy cors() {
        return cors;
    }

    /** Returns the roles that a token gives. */
    public Set<String> rolesOf(AccessToken token) {
        return rolesFor(token).rolesOf(token);
    }

    /** The mapping for the pool that issued a token, by the policy of now. */
    public ScopeRoles rolesFor(AccessToken token) {
        return verifier.scopeRoles(token.userPool())
                .orElseThrow(() -> new IllegalStateException("the token is of a pool that the service does not know"));
    }

    @Override
    public void close() {
        policyWatch.ifPresent(PolicyWatch::close);
        checkedTokens.close();
        monitoring.close();
        verifier.close();
    }
}
