package io.throughline.rest.thread;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.thread.service.ThreadReader;
import io.throughline.thread.service.ThreadView;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The thread to which a record belongs. */
@Path("threads")
@Produces(MediaType.APPLICATION_JSON)
public class ThreadResource {

    @Inject
    ThreadReader threads;

    @Inject
    OwnWords words;

    @GET
    @Path("{number}")
    public ThreadView get(@PathParam("number") String number, @QueryParam("edition") String edition) {
        return threads.threadOf(RecordNumber.parse(number), words.edition(edition));
    }
}
