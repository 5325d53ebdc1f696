package io.throughline.rest.deployment;

import io.throughline.change.service.ChangeService;
import io.throughline.deployment.service.DeploymentReader;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.rest.deployment.feed.RolloutEvent;
import io.throughline.rest.deployment.feed.RolloutFeed;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A rollout as it goes. */
@Path("deployments/{number}/events")
public class RolloutEventResource {

    @Inject
    DeploymentReader deployments;

    @Inject
    ChangeService changes;

    @EJB
    RolloutFeed feed;

    /** Who may GET the deployment may read its events; whoever may not is refused before the first. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "The rollout as server-sent events",
            description =
                    "Each event, progress or end, has the whole state as JSON and an id. The last one is end; then"
                            + " the server closes. It also closes from time to time; come back with Last-Event-ID.")
    @APIResponse(
            responseCode = "200",
            description = "Events, each with this as its data",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RolloutEvent.class)))
    public void events(
            @PathParam("number") String number,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        RecordNumber deployment = RecordNumber.parse(RecordKind.DEPLOYMENT, "number", number);
        String change = deployments.get(deployment).change();
        String service = changes.get(RecordNumber.parse(change)).service();
        feed.attend(deployment, service, sink, sse, lastEventId);
    }
}
