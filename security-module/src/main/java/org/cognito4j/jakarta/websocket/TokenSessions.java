package org.cognito4j.jakarta.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.cognito4j.AccessToken;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/**
 * Ends WebSocket sessions when the access token of their caller ends. A token is verified for the handshake alone; without
 * this class a session stays open for as long as both sides keep it.
 *
 * <p>Call {@link #endWithToken} when a session opens:
 *
 * <pre>{@code
 * @OnOpen
 * public void open(Session session) {
 *     TokenSessions.endWithToken(session);
 * }
 * }</pre>
 *
 * <p>A session that has lasted until then is closed with code 1008 ({@link CloseReason.CloseCodes#VIOLATED_POLICY}) and the
 * reason {@value #REASON}. All sessions share few daemon threads, which end when there is nothing left to watch. A session is
 * only referred to weakly and is forgotten within seconds after it was closed. Thread-safe.
 */
public final class TokenSessions {

    /** The reason with which sessions are closed. */
    public static final String REASON = "The access token has expired";

    /** How often closed sessions are forgotten, and clocks that jumped are noticed. */
    static final Duration LOOK = Duration.ofSeconds(15);

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int CLOSERS = 8;
    private static final TokenSessions SHARED = shared();

    private final InstantSource clock;
    private final Alarm alarm;
    private final Executor closers;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean hasWarned = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Instant next;
    private long number;

    /** Runs a task later, in another thread. */
    interface Alarm {
        void runAfter(Duration delay, Runnable task);
    }

    /** A session and the instant at which its token ends. */
    private record Watched(WeakReference<Session> session, Instant end) {}

    /**
     * A watch over sessions.
     *
     * @param closers closes sessions, which can take as long as the other side likes
     */
    TokenSessions(InstantSource clock, Alarm alarm, Executor closers) {
        this.clock = clock;
        this.alarm = alarm;
        this.closers = closers;
    }

    /**
     * Closes a session when the token of its caller ends: at the instant from which a new handshake with the token is
     * refused, {@link AccessToken#acceptedUntil()}. At once if that has passed.
     *
     * @param session an open session, whose {@code getUserPrincipal()} is a {@link CognitoPrincipal}
     * @return false if the session has no such caller: then nothing ends it, and the first time a warning is logged
     */
    public static boolean endWithToken(Session session) {
        return SHARED.watch(session);
    }

    boolean watch(Session session) {
        if (!(session.getUserPrincipal() instanceof CognitoPrincipal caller)) {
            if (!hasWarned.getAndSet(true)) {
                LOG.log(
                        Level.WARNING,
                        "A WebSocket session has no caller with a Cognito token, so no token ends it."
                                + " Protect the path of its endpoint, see docs/websocket.md");
            }
            return false;
        }
        Watched one =
                new Watched(new WeakReference<>(session), caller.accessToken().acceptedUntil());
        watched.add(one);
        lookBefore(one.end);
        return true;
    }

    int size() {
        return watched.size();
    }

    /** Plans a look at an instant or earlier, unless there is one planned. */
    private void lookBefore(Instant end) {
        lock.lock();
        try {
            Instant now = clock.instant();
            Instant latest = now.plus(LOOK);
            Instant look = end.isBefore(latest) ? end : latest;
            if (next == null || look.isBefore(next)) {
                next = look;
                long mine = ++number;
                Duration delay = look.isAfter(now) ? Duration.between(now, look) : Duration.ZERO;
                alarm.runAfter(delay, () -> look(mine));
            }
        } finally {
            lock.unlock();
        }
    }

    private void look(long planned) {
        List<Session> ended = new ArrayList<>();
        lock.lock();
        try {
            if (planned != number) {
                return; // an earlier look was planned after this one, and plans the next
            }
            next = null;
            Instant now = clock.instant();
            Instant earliest = null;
            for (Watched one : watched) {
                Session session = one.session.get();
                if (session == null || !session.isOpen()) {
                    watched.remove(one);
                } else if (!now.isBefore(one.end)) {
                    watched.remove(one);
                    ended.add(session);
                } else if (earliest == null || one.end.isBefore(earliest)) {
                    earliest = one.end;
                }
            }
            if (earliest != null) {
                lookBefore(earliest);
            }
        } finally {
            lock.unlock();
        }
        ended.forEach(session -> closers.execute(() -> close(session)));
    }

    private static void close(Session session) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, REASON));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A WebSocket session ended before its token could end it", e);
        }
    }

    /** Its threads end when they have nothing to do, so that they keep no application that is gone. */
    private static TokenSessions shared() {
        ScheduledThreadPoolExecutor alarm = new ScheduledThreadPoolExecutor(1, daemons("cognito4j-sessions"));
        ThreadPoolExecutor closers = new ThreadPoolExecutor(
                CLOSERS, CLOSERS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("cognito4j-session-close"));
        alarm.setKeepAliveTime(1, TimeUnit.SECONDS);
        alarm.allowCoreThreadTimeOut(true);
        closers.allowCoreThreadTimeOut(true);
        return new TokenSessions(
                InstantSource.system(),
                (delay, task) -> alarm.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS),
                closers);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(TokenSessions.class.getClassLoader());
            return thread;
        };
    }
}
