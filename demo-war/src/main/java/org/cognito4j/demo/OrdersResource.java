package org.cognito4j.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Lists and places orders, each for callers in a role of its own. */
@Path("/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

    private static final int MAX_ARTICLE_LENGTH = 100;

    private final Orders orders;

    /** For proxies, and for RESTEasy, which asks for a public one and then uses the other. */
    public OrdersResource() {
        this(new Orders());
    }

    @Inject
    OrdersResource(Orders orders) {
        this.orders = orders;
    }

    @GET
    @RolesAllowed(Roles.READ)
    public String list() {
        var list = Json.createArrayBuilder();
        orders.all().forEach(order -> list.add(json(order)));
        return Json.createObjectBuilder().add("orders", list).build().toString();
    }

    @POST
    @RolesAllowed(Roles.WRITE)
    @Consumes(MediaType.TEXT_PLAIN)
    public Response place(String article, @Context SecurityContext security) {
        if (article.isBlank() || article.length() > MAX_ARTICLE_LENGTH) {
            String problem =
                    "Send the name of an article, at most " + MAX_ARTICLE_LENGTH + " characters, as plain text";
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Json.createObjectBuilder()
                            .add("problem", problem)
                            .build()
                            .toString())
                    .build();
        }
        Orders.Order order =
                orders.place(article.strip(), security.getUserPrincipal().getName());
        return Response.status(Response.Status.CREATED)
                .entity(json(order).toString())
                .build();
    }

    private static JsonObject json(Orders.Order order) {
        return Json.createObjectBuilder()
                .add("number", order.number())
                .add("article", order.article())
                .add("placedBy", order.placedBy())
                .build();
    }
}
