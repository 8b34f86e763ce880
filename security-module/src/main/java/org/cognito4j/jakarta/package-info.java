/**
 * The adapters for Jakarta EE. They carry the decisions of the core to the container and hold no verification rule of
 * their own.
 *
 * <p>One package, as its classes are none of an application's business: javac keeps package-private ones from it, whatever
 * class loader a server has. Where things live:
 *
 * <ul>
 *   <li><b>A request and its answer</b>, the heart of all forms: {@code BearerCredentials} and {@code
 *       BearerToken} read the header, {@code BearerAuthentication} makes an {@code Authentication} of it, {@code
 *       BearerChallenge} says it in HTTP, {@code RefusalCode} and {@code RefusalLog} tell operators. {@code CognitoService} is
 *       all that runs for one set of settings.
 *   <li><b>The caller</b>: {@code CognitoPrincipal}, as {@code CognitoCaller} with Jakarta Security and {@code BearerPrincipal}
 *       without. {@code CurrentCaller} finds the caller of the current request for beans, {@code CallerInjection} makes the views
 *       of it that are injected, {@code InjectedPrincipal} among them.
 *   <li><b>Form: mechanism</b>. {@code CognitoAuthenticationMechanism}, {@code CognitoIdentityStore} and {@code
 *       CognitoCredential}; {@code CognitoExtension} adds them by {@code ApplicationMechanisms} where {@code JakartaSecurity}
 *       finds an implementation, and {@code ServiceHolder} starts what they need. {@code StoreConsultation} decides which
 *       identity stores are asked, {@code StoreFailures} names one that throws. The annotation
 *       is {@code CognitoAuthenticationMechanismDefinition}, read by {@code DefinitionSource} and {@code Expressions}.
 *       {@code MechanismChoice}, {@code MechanismHandlers}, {@code MechanismPaths}, {@code MixedAuthenticationMechanism},
 *       {@code MixedAuthenticationHandler}, {@code HiddenMechanism} and {@code FreshLogin} are for applications that have
 *       people, too.
 *   <li><b>Form: filter</b>. {@code CognitoFilter}; {@code FilterParameters}, {@code GuardedMethods} and {@code
 *       RequiredScopes} are what it asks, {@code RequestGate} decides, {@code FilterServices} and {@code FilterScopes} are what
 *       an application's filters share. Behind it a request is a {@code FilteredRequest}: {@code CallerRequest} or {@code
 *       AnonymousRequest}, with the names of {@code RoleLinks}.
 *       {@code HandshakeFilter} makes {@code StartedFilters} decide about WebSocket handshakes, {@code ErrorPageFilter} about error
 *       pages, from the place that {@code
 *       FirstInChain} gives it and {@code JettyFilterOrder} keeps. {@code TokenSessions} ends WebSocket sessions with their
 *       tokens.
 *   <li><b>Form: the jar alone</b>. {@code ContainerLogin}, for the package of Jetty and for {@code
 *       CognitoServerAuthModule}, which {@code ModuleRegistration} gives to other servers, and which waits for its {@code
 *       ModuleInitialization}; {@code BareStart}.
 *   <li><b>Methods</b>. {@code RequiresScope} is a {@code ScopeRequirement} to {@code ScopeInterceptor} and {@code
 *       CurrentCaller} on beans, where {@code InheritedScopes} hands it down, {@code Stereotypes} included, and to {@code RequiresScopeFilter} on
 *       resources; {@code ResourceElements} ({@code TypeArguments}) finds the annotations of a method.
 *   <li><b>Resources</b>. {@code RolesAllowedFeature} puts a {@code ResourceFilter} in front of every resource method, on Jersey
 *       by {@code JerseyRegistration}; {@code CxfRegistration} puts the {@code CxfResourceFilter} in front of all of Apache CXF. Both
 *       ask the {@code ResourceChecks} of the method and of the {@code ResourceLocators} on the way to it: each {@code
 *       ResourceCheck} is a {@code RolesCheck} of a {@code ResourceAccess} or a {@code RequiresScopeFilter}. {@code
 *       JerseyLocators} or a {@code LocatorPath} tell the {@code MatchedMethod}s; {@code ServerAccess} is what the server's own
 *       feature would ask for. {@code RestFilterOrder} finds filters that answer before, {@code RestEasyProviders} checks the settings of RESTEasy, and the {@code UncheckedResourceFilter}
 *       closes what {@code RestParts} finds where an application is none of the {@code CheckedApplications}, with a {@code
 *       WithheldResponse} until that is known.
 *   <li><b>Refusals by beans and resources</b>. {@code AccessRefused} leads to the answer, by {@code AccessRefusedFilter} from servlets and by
 *       {@code AccessRefusedMapper} of {@code AccessRefusedFeature} from resources, with {@code WrappedRefusals} on RESTEasy.
 *   <li><b>Roles of plain beans</b>. {@code RolesChecked} puts {@code RolesInterceptor} in front of them, which asks a {@code
 *       RoleRequirement}. {@code EarlyCheck} comes before interceptors that a bean lists by name.
 *   <li><b>Annotations that protect nothing</b>. {@code AnnotationAudit} ends the deployment with what {@code
 *       MisplacedAnnotations} finds, by {@code AnnotationScan} of the {@code ClassFiles}, {@code ClassFileAnnotations}, {@code ClassRole} and {@code
 *       ApplicationBeans}, and what {@code HiddenDefaultMethods}, {@code
 *       EnterpriseViews} and {@code SelfCalls} find, the latter by {@code MethodCalls}. {@code ObserverChecks} ask where a bean observes
 *       its own events.
 *   <li><b>What the container decides</b>, known so that a 403 can name a scope: {@code ConstraintReader} reads {@code
 *       WebDescriptor}s ({@code XmlElement}) and {@code AnnotatedConstraints} into {@code WebConstraints} of {@code
 *       WebConstraint}, {@code UrlPattern} and {@code AccessRule}. {@code Admission}, {@code Admitted}, {@code GuardFilter}, {@code
 *       GuardedRequest}, {@code ChallengedResponse} by {@code RoleAnswers}, {@code ChallengeAttribute}, {@code HeaderRemoval} and
 *       {@code RequestEnd} get the challenge into that 403 and count it; {@code TomcatSession} keeps the session out of it;
 *       {@code UnjudgedToken} ends what came past the module; {@code
 *       OverlookedConstraintFilter} enforces what Jetty and WildFly overlook;
 *       {@code LibertyRoles} is asked where Open Liberty does not know a role.
 *   <li><b>Rules without effect</b>. {@code ApplicationRules} checks at the start what {@code RegisteredParts} and {@code
 *       DeploymentDescriptors} list: {@code IgnoredFilters} by {@code AnnotatedFilters}, {@code FilterRules} with {@code FilterMapping}, {@code FilterOrder}, {@code
 *       ConstraintRules}, {@code OccupiedPaths}, {@code ContainerPages}, {@code PatternShape} and {@code PatternReach}; {@code JarPlace} checks where the jar lies, {@code
 *       SkippedStart} whether it is started, {@code SpringBootStart} the same in an executable jar of Spring Boot.
 *   <li><b>Start</b>. {@code CognitoInitializer}, then {@code CognitoStart}; {@code WebConfiguration} finds the settings,
 *       {@code MissingSettings} those that are nowhere or in the wrong file, {@code AuthenticatorFinding} who authenticates, by
 *       {@code MechanismFinding} ({@code OtherMechanisms}, {@code ServerClasses}, {@code ClassReferences}, {@code
 *       EnvironmentChoice}) and {@code DeclaredLogin}; {@code StartReport} tells them, {@code StartAudit} and {@code RoleAudit} compare them with {@code NamedRoles}. {@code
 *       ServletServer} and {@code ClassPresence} tell where we are, {@code JakartaEdition} where we refuse to be.
 *   <li><b>Open resources</b>: {@code OpenResources} lists what asks for nothing, by {@code OpenPaths}, {@code
 *       OpenRestMethods}, {@code ScannedClasses} of {@code ClassFile}s in {@code DeployedFiles}, and {@code
 *       ArchiveDescriptor} where there is no server; {@code OpenResourceReport} reports them.
 *   <li><b>End</b>. {@code LibertyMemory}, by {@code LibertyMechanisms} and {@code LibertyCallers}, and {@code RecordMethods} let
 *       go of what would keep an application that is gone.
 *   <li><b>Paths that need a token</b> ({@code cognito.require-token}): {@code RequiredTokenPaths} and {@code
 *       RequiredTokenFilter}; {@code RequestPaths} lists the spellings of a request's path, {@code WelcomeFiles} what a
 *       directory stands for.
 *   <li><b>Without a caller</b>: {@code ResourceMetadata} (RFC 9728) and {@code CorsPolicy}, by {@code
 *       ResourceMetadataFilter} where nothing authenticates first.
 *   <li><b>For operators</b>: {@code SecurityObserver} and {@code SecurityObservers} hear of all decisions; {@code CdiEvents}
 *       ({@code CallerAccepted}, {@code CallerRefused}, {@code KeysRefreshed}, {@code KeysFailing}), {@code FlightRecording},
 *       {@code Counters} with {@code SecurityFigures} and {@code SecurityMXBean} by {@code FigureRegistration}, as {@code
 *       Meters} ({@code MicrometerMeters}, {@code RegistryBean}) and {@code KeyReadiness}.
 *   <li><b>Calls to others</b>: {@code ClientExtension}, {@code TokenSources}.
 * </ul>
 */
@NullMarked
package org.cognito4j.jakarta;

import org.jspecify.annotations.NullMarked;
