package org.cognito4j.it.injected;

import jakarta.inject.Inject;
import org.cognito4j.AccessToken;

/** No bean itself; its subclass has the field. */
public class ShelfWithToken {

    @Inject
    protected AccessToken inherited;
}
