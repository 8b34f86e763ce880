package org.cognito4j.it.boot;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An ordinary application of Spring Boot that says nothing of the module. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class OrdersApplication {

    /** Made by Spring. */
    public OrdersApplication() {}

    /** Answers whoever comes as far as this. */
    @GetMapping("/orders/1")
    public String order() {
        return "order 1";
    }
}
