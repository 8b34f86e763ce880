package org.cognito4j;

import java.security.Provider;
import java.security.Security;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Puts the security provider that a system property names before all others, as some servers do, ahead of the first
 * test.
 */
public final class FirstProvider implements LauncherSessionListener {

    static final String PROPERTY = "cognito4j.test.first-provider";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String name = System.getProperty(PROPERTY);
        if (name != null) {
            try {
                Provider provider =
                        (Provider) Class.forName(name).getDeclaredConstructor().newInstance();
                Security.insertProviderAt(provider, 1);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(PROPERTY + " names no provider", e);
            }
        }
    }
}
