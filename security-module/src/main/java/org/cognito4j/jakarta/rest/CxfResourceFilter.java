package org.cognito4j.jakarta.rest;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.jaxrs.model.MethodInvocationInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfoStack;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/**
 * Does for all resources of an application of Apache CXF what {@link ResourceFilter} does for one method elsewhere: CXF asks
 * a {@code DynamicFeature} for no resource that a locator returns and its declared type does not name.
 */
@Priority(RolesAllowedFeature.PRIORITY)
final class CxfResourceFilter implements ContainerRequestFilter {

    private volatile @Nullable ResourceLocators locators;

    @Override
    public void filter(ContainerRequestContext request) {
        Message message = JAXRSUtils.getCurrentMessage();
        ServletContext application = (ServletContext) message.get(AbstractHTTPDestination.HTTP_CONTEXT);
        OperationResourceInfoStack calls = message.get(OperationResourceInfoStack.class);
        List<ResourceChecks> way = new ArrayList<>();
        for (MethodInvocationInfo call : calls) {
            OperationResourceInfo method = call.getMethodInfo();
            way.add(locators(application).checks(new MatchedMethod(method.getMethodToInvoke(), call.getRealClass())));
        }
        ResourceChecks last = way.remove(way.size() - 1);
        ResourceFilter.decide(request, way, last, application);
    }

    /** One for the application, which is known once it is called. */
    private ResourceLocators locators(ServletContext application) {
        ResourceLocators known = locators;
        if (known == null) {
            known = new ResourceLocators(application);
            locators = known;
        }
        return known;
    }
}
