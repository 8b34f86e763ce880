package org.cognito4j.it.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** An application without a server. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class CallingApplication {

    /** Made by Spring. */
    public CallingApplication() {}

    /** Starts it and ends it. */
    public static void main(String[] arguments) {
        SpringApplication.run(CallingApplication.class, arguments).close();
    }
}
