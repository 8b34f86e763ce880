package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cognito4j.it.hostile.Secret;

/** Answers later, or bit by bit. */
@Path("orders")
@RolesAllowed("read")
public class Asynchronous {

    /** Answers by a suspended response. */
    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response, @Context SecurityContext context) {
        response.resume(Secret.of(context.getUserPrincipal()));
    }

    /** Answers by a stage. */
    @GET
    @Path("stage")
    public CompletionStage<String> stage(@Context SecurityContext context) {
        return CompletableFuture.completedFuture(Secret.of(context.getUserPrincipal()));
    }

    /** Writes its answer. */
    @GET
    @Path("stream")
    public StreamingOutput stream(@Context SecurityContext context) {
        byte[] secret = Secret.of(context.getUserPrincipal()).getBytes(StandardCharsets.US_ASCII);
        return output -> output.write(secret);
    }

    /** Sends one event. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse, @Context SecurityContext context) {
        sink.send(sse.newEvent(Secret.of(context.getUserPrincipal()))).thenRun(sink::close);
    }
}
