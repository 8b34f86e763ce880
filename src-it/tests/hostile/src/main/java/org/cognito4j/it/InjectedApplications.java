package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;

import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;

/** Authors who keep a caller longer than the request. Each secret has to name the caller who asked. */
final class InjectedApplications {

    private InjectedApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                row("injected-field-of-shared", "A token in a field of a shared bean", "FieldOfShared"),
                row("injected-constructed-shared", "A token for the constructor of a singleton", "ConstructedShared")
                        .file("WEB-INF/beans.xml", "<beans bean-discovery-mode=\"all\" version=\"4.0\"/>"),
                row("injected-initialized-shared", "A token for an initializer of a shared bean", "InitializedShared"),
                row("injected-static", "A token in a static field", "StaticHolder"),
                row("injected-kept-instance", "A token that is looked up once", "KeptInstance"),
                row("injected-decorator", "A principal in a decorator of a shared bean", "DecoratedOrders"),
                row("injected-session", "A token in a bean of the session", "SessionHolder"),
                row("injected-held-resource", "A resource with a token, injected into a shared bean", "HoldingResource")
                        .needing(Need.REST)
                        .classes("rest.Api"),
                row("injected-interceptor", "A token in an interceptor of a shared bean", "HoldingInterceptor"),
                row("injected-producer", "A token for a producer of a shared object", "ProducedHolder"),
                row("injected-provider", "A provider of tokens in a shared bean", "ProvidedToken"),
                row("injected-principal", "The principal in a shared bean", "SharedPrincipal"),
                named("injected-servlet", "A token in a servlet")
                        .withBeans()
                        .classes("injected.HoldingServlet")
                        .webXml(constraint("/orders/*", "read"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("injected-superclass", "A token in the superclass of a resource")
                        .withRest()
                        .needing(Need.JAX_RS_IN_CDI)
                        .classes("rest.Api", "injected.FieldOfSuperclass")
                        .guards("api/orders"));
    }

    /** Asks as several callers at a time. */
    static void askInParallel(URL base, String path) {
        IntStream.range(0, 60).parallel().forEach(number -> {
            String client = number % 2 == 0 ? "reader" : "both";
            assertThat(Client.send(base, "GET", path, Access.READ.admitted().get(client))
                            .body())
                    .contains("caller=" + client);
        });
    }

    private static HostileApplication row(String id, String comment, String type) {
        return named(id, comment)
                .withBeans()
                .classes("beans.Orders", "beans.BeanServlet", "injected." + type)
                .webXml(constraint("/orders/*", "read"))
                .guards("GET POST", "orders/1", Access.READ)
                .asks(base -> askInParallel(base, "orders/1"));
    }
}
