package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Two interfaces declare the same method with different scopes. */
public final class TwoInterfaces {

    private TwoInterfaces() {}

    /** Wants readers. */
    public interface ForReaders extends Orders {

        @Override
        @RequiresScope("read")
        String find(String caller);
    }

    /** Wants writers. */
    public interface ForWriters extends Orders {

        @Override
        @RequiresScope("write")
        String find(String caller);
    }

    /** Implements both. */
    @ApplicationScoped
    public static class Both implements ForReaders, ForWriters {

        @Override
        public String find(String caller) {
            return Secret.of(caller);
        }
    }
}
