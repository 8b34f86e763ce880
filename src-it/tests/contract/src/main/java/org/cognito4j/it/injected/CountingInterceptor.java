package org.cognito4j.it.injected;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.cognito4j.AccessToken;

/** Lives as long as the bean that it stands in front of, and answers with the caller in its place. */
@Counted
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class CountingInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // what is injected is serializable
    private AccessToken token;

    @AroundInvoke
    Object answer(InvocationContext call) throws Exception {
        return token.clientId() + call.proceed();
    }
}
