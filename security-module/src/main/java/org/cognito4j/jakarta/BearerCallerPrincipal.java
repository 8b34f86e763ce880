package org.cognito4j.jakarta;

import jakarta.security.enterprise.CallerPrincipal;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.cognito4j.AccessToken;

/** The caller where there is Jakarta Security. */
public final class BearerCallerPrincipal extends CallerPrincipal implements CognitoPrincipal {

    private static final long serialVersionUID = 1;

    private final transient AccessToken accessToken;

    /** Makes the principal of a token's holder. */
    public BearerCallerPrincipal(AccessToken accessToken) {
        super(CognitoPrincipal.nameOf(accessToken));
        this.accessToken = accessToken;
    }

    @Override
    public AccessToken accessToken() {
        return accessToken;
    }

    /** A token proves its verification only where it was verified, so its holder does not travel. */
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(BearerCallerPrincipal.class.getName());
    }
}
