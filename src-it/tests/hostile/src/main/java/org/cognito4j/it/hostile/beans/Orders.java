package org.cognito4j.it.hostile.beans;

/** Something that knows the secret. */
public interface Orders {

    /** Returns the secret with the name of the caller. */
    String find(String caller);
}
