package io.throughline.rest.thread;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.thread.evidence.EvidenceBundles;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Evidence to give away. */
@Path("evidence")
public class EvidenceResource {

    @Inject
    EvidenceBundles bundles;

    @GET
    @Path("{number}")
    @Produces("application/zip")
    @Operation(
            summary =
                    "Evidence bundle of a change, or of the thread of any other record; verified by throughline audit verify")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Response bundle(@PathParam("number") String number) {
        RecordNumber subject = RecordNumber.parse(number);
        bundles.mayHave();
        StreamingOutput zip = out -> bundles.write(subject, out);
        return Response.ok(zip)
                .header("Content-Disposition", "attachment; filename=\"evidence-" + subject + ".zip\"")
                .build();
    }
}
