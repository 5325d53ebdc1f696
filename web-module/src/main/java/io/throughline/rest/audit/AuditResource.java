package io.throughline.rest.audit;

import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.AuditSearch;
import io.throughline.audit.verification.AuditVerification;
import io.throughline.identity.service.AuditAccess;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.rest.support.Answers;
import io.throughline.rest.support.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The audit trail. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    AuditAccess audit;

    @Context
    UriInfo uri;

    @GET
    @Path("records")
    @APIResponseSchema(value = AuditRecordView.class, responseCode = "200")
    public Response search(@BeanParam AuditQuery query, @BeanParam Paging paging) {
        return Answers.page(uri, audit.search(query.search(), paging.before(), paging.size()));
    }

    /** What a search finds, with proofs for programs, or as a table for people. */
    @GET
    @Path("export")
    @Produces({"application/x-ndjson", "text/csv"})
    @Operation(summary = "Records found, as lines with proofs (format=ndjson) or as a table (format=csv)")
    @APIResponseSchema(value = String.class, responseCode = "200")
    public Response export(
            @BeanParam AuditQuery query,
            @QueryParam("personal") boolean personal,
            @QueryParam("format") @DefaultValue("ndjson") String format) {
        AuditSearch search = query.search();
        boolean table = format.equals("csv");
        if (!table && !format.equals("ndjson")) {
            throw Invalid.field("format", "must be ndjson or csv");
        }
        audit.mayRead();
        StreamingOutput written = out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (table) {
                audit.exportAsTable(search, text);
            } else {
                audit.exportWithProofs(search, personal, text);
            }
            text.flush();
        };
        return Response.ok(written, table ? "text/csv;charset=UTF-8" : "application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"audit-trail." + format + "\"")
                .build();
    }

    /** Recomputes the tree from the live rows and names the first bad row. */
    @GET
    @Path("verification")
    public AuditVerification verify() {
        return audit.verify();
    }
}
