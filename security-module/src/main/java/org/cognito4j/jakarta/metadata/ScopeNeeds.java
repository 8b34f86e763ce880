package org.cognito4j.jakarta.metadata;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks of its callers, in all places that were found at its start. Immutable and thread-safe.
 *
 * @param all one element for each place
 */
public record ScopeNeeds(List<ScopeNeed> all) {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = ScopeNeeds.class.getName();
    private static final ScopeNeeds NONE = new ScopeNeeds(List.of());

    public ScopeNeeds {
        all = List.copyOf(all);
    }

    /** Keeps this in an application, for {@link #of}. */
    public void publishIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Finds out what an application asks for when it is needed, unless it is known.
     *
     * @param search what it throws leads to nothing that is known
     */
    public static void publishLater(ServletContext application, Supplier<ScopeNeeds> search) {
        if (application.getAttribute(ATTRIBUTE) == null) {
            application.setAttribute(ATTRIBUTE, new Later(search));
        }
    }

    /** Returns what an application asks for; nothing before that was found out. */
    static ScopeNeeds of(@Nullable ServletContext application) {
        Object known = application == null ? null : application.getAttribute(ATTRIBUTE);
        if (known instanceof Later later) {
            return later.found();
        }
        return known instanceof ScopeNeeds needs ? needs : NONE;
    }

    /** A search that is made once. */
    private static final class Later {

        private final Supplier<ScopeNeeds> search;
        private @Nullable ScopeNeeds found;

        Later(Supplier<ScopeNeeds> search) {
            this.search = search;
        }

        synchronized ScopeNeeds found() {
            ScopeNeeds known = found;
            if (known == null) {
                known = search();
                found = known;
            }
            return known;
        }

        private ScopeNeeds search() {
            try {
                return search.get();
            } catch (RuntimeException | LinkageError e) {
                LOG.log(Level.WARNING, "The scopes that the application asks for cannot be found: {0}", e);
                return NONE;
            }
        }
    }
}
