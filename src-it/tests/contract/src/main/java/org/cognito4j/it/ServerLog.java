package org.cognito4j.it;

import java.nio.file.Path;
import java.util.List;

/**
 * What the server logs while this is open. Servers in a JVM of their own write files, which the system property {@code
 * cognito4j.it.server-logs} names the directory of; some of them write with a delay, so wait for what is to come.
 */
interface ServerLog extends AutoCloseable {

    static ServerLog open() {
        String directory = System.getProperty("cognito4j.it.server-logs");
        return directory == null ? JvmLog.open() : FileLog.open(Path.of(directory));
    }

    /** Each record so far, with the stack trace of what was thrown. */
    List<String> records();

    @Override
    void close();
}
