package org.cognito4j.jakarta.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import org.cognito4j.net.QuietLog;

/**
 * Makes the JVM forget whose records it was asked about last.
 *
 * <p>In Java 17 the method handles behind {@code equals}, {@code hashCode} and {@code toString} of every record remember the
 * types they were last used with, and by them the class loader of an application that is gone (<a
 * href="https://bugs.openjdk.org/browse/JDK-8078641">JDK-8078641</a>). Since Java 18 that memory is a soft one.
 */
public final class RecordMethodCaches {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int FIRST_WITHOUT_FAULT = 18;

    private RecordMethodCaches() {}

    /** Has methods made for a record of the JDK's own classes, which is what is remembered from now on. */
    public static void forgetApplication() {
        if (Runtime.version().feature() >= FIRST_WITHOUT_FAULT) {
            return;
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle component = lookup.findVirtual(String.class, "strip", MethodType.methodType(String.class));
            for (String method : new String[] {"equals", "hashCode", "toString"}) {
                ObjectMethods.bootstrap(lookup, method, MethodHandle.class, String.class, "component", component);
            }
        } catch (Throwable e) { // as it declares
            LOG.log(Level.DEBUG, "The JVM may remember a class of this application", e);
        }
    }
}
