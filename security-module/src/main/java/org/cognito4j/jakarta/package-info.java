/**
 * The adapters for Jakarta EE. They carry the decisions of the core to containers and contain no rule of
 * verification.
 *
 * <p>This package has what all of them share: a request and its token ({@code BearerToken}), the decision ({@code
 * Authentication}) and its HTTP form ({@code BearerChallenge}), the caller ({@link
 * org.cognito4j.jakarta.CognitoPrincipal}), and the service that judges requests by one set of settings ({@code
 * CognitoService}). Each other package knows one specification or does one task:
 *
 * <ul>
 *   <li>{@code platform}: the server and its versions, and the places of settings
 *   <li>{@code application}: class files and annotations of the application
 *   <li>{@code constraint}: the constraints of {@code web.xml}, fragments and {@code @ServletSecurity}
 *   <li>{@code monitor}: what operators see of decisions and keys
 *   <li>{@code guard}: the first filters behind the container's authentication
 *   <li>{@code access}: {@code @RequiresScope}, {@code @RolesAllowed} and the injected caller on beans
 *   <li>{@code rest}: security annotations on Jakarta REST resources
 *   <li>{@code audit}: roles and resources that are compared when the application starts
 *   <li>{@code rules}: filters and constraints that have no effect
 *   <li>{@code misplaced}: security annotations that have no effect
 *   <li>{@code filter}: the form with {@code CognitoFilter}
 *   <li>{@code container}: the form with Jakarta Authentication or Jetty, without Jakarta Security
 *   <li>{@code security}: the form with Jakarta Security
 *   <li>{@code websocket}: sessions that end with their tokens
 *   <li>{@code client}: token sources that are injected
 *   <li>{@code start}: what servers and CDI containers call at the start
 * </ul>
 */
@NullMarked
package org.cognito4j.jakarta;

import org.jspecify.annotations.NullMarked;
