/**
 * The core: decides whether an Amazon Cognito access token is acceptable and, if not, exactly why. Knows no server. Where
 * things live:
 *
 * <ul>
 *   <li><b>What applications see</b>: {@code TokenVerifier} answers with a {@code Verification}, which has an {@code
 *       AccessToken} with its {@code CallerKind}, or a {@code RejectionReason}. {@code VerifierSettings}, made by {@code
 *       VerifierSettingsBuilder}, name the {@code UserPool}, whose {@code Callers} are accepted, and {@code ScopeRoles}.
 *   <li><b>Settings</b>, before they are believed: {@code DeclaredPoolSettings} says which there are; a {@code SettingsDraft} is checked by {@code SettingRules} and {@code
 *       ClientPolicyRules} ({@code ClientPolicy}, {@code KeyTimes}); all their {@code SettingFault}s are one {@code
 *       InvalidSettings}.
 *   <li><b>A token, from its bytes to its claims</b>: {@code CompactJws} is the grammar, {@code JoseHeader} and {@code
 *       LastHeader} lead to a key, {@code UnsignedClaims} to a pool, {@code SignatureCheck} with {@code RsaPrimitive} makes
 *       {@code Claims} worth reading, {@code ClaimRules} and {@code ScopeList} judge them. {@code TokenRejected} carries the
 *       first broken rule. {@code TrustedPool} is one pool with its rules and keys, and asks them in their order.
 *   <li><b>Tokens seen before</b>: {@code VerdictCache} has a {@code Verdict} for each {@code TokenDigest}, which {@code
 *       TokenHasher} makes; {@code VerdictWeight} estimates the memory of one, which {@code ClaimSharing}, {@code CompactClaims}
 *       and {@code TextSet} keep small.
 *   <li><b>Keys</b>: {@code KeyRing} finds one in a {@code KeySnapshot}, taken at a {@code Moment}, and {@code KeyRefresher}
 *       keeps that fresh in {@code FetchRound}s, when {@code RefreshPolicy} and {@code FetchHistory} with
 *       its {@code FetchBudget} permit one. {@code WaitingRoom} bounds how many callers wait for it, {@code FetchLog} writes its
 *       log lines. A {@code KeySetSource} is asked: {@code KeySetFetcher}, behind {@code ObservedKeySource}, or {@code
 *       PinnedKeys} for a start without one; {@code KeySetUnavailable} is its failure. {@code KeySetParser} says which keys may
 *       serve, with {@code RocaFingerprint}. {@code KeyRings} makes the rings of a verifier and fetches
 *       keys at the start as {@code KeyCheckAtStart} says.
 *   <li><b>For operators</b>: {@code KeyListener} and {@code KeyState} tell of the keys, {@code KeySetProbe} looks at where they
 *       come from. An {@code Explanation} says what every {@code TokenRule} finds in one token: {@code Explainer} asks them by
 *       {@code ClaimExplainer}, {@code ExplanationDraft} takes that down, {@code PrintableToken} is what people may see of it.
 * </ul>
 */
@NullMarked
package org.cognito4j;

import org.jspecify.annotations.NullMarked;
