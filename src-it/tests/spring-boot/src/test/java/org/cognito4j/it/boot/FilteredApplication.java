package org.cognito4j.it.boot;

import java.util.Map;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;

/** The same application with a filter of the module, as the documentation has it. */
public class FilteredApplication extends OrdersApplication {

    /** Made by Spring. */
    public FilteredApplication() {}

    /** Registers the filter. */
    @Bean
    ServletContextInitializer orders() {
        return application -> CognitoFilter.register(application, "orders", Map.of(), "/orders/*");
    }
}
