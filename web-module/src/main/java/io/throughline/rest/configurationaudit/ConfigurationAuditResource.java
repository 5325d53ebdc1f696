package io.throughline.rest.configurationaudit;

import io.throughline.configurationaudit.domain.FindingState;
import io.throughline.configurationaudit.service.ConfigurationAuditService;
import io.throughline.configurationaudit.service.ConfigurationAuditView;
import io.throughline.configurationaudit.service.FindingView;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.rest.support.Answers;
import io.throughline.rest.support.Choice;
import io.throughline.rest.support.IfMatch;
import io.throughline.rest.support.Paging;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Configuration audits: what was found on servers and no change explains. Started as a job. */
@Path("configuration-audits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConfigurationAuditResource {

    @Inject
    ConfigurationAuditService audits;

    @Context
    UriInfo uri;

    @GET
    @APIResponseSchema(value = ConfigurationAuditView.class, responseCode = "200")
    public Response page(@BeanParam Paging paging) {
        return Answers.page(uri, audits.page(paging.before(), paging.size()));
    }

    @GET
    @Path("{number}")
    @APIResponseSchema(value = ConfigurationAuditView.class, responseCode = "200")
    public Response get(@PathParam("number") String number) {
        ConfigurationAuditView audit = audits.get(audit(number));
        return Answers.ok(audit.version(), audit);
    }

    @GET
    @Path("{number}/findings")
    @APIResponseSchema(value = FindingView.class, responseCode = "200")
    public Response findings(
            @PathParam("number") String number, @QueryParam("state") String state, @BeanParam Paging paging) {
        return Answers.page(
                uri,
                audits.findings(
                        audit(number), Choice.of(FindingState.class, "state", state), paging.before(), paging.size()));
    }

    @GET
    @Path("findings/{finding}")
    @APIResponseSchema(value = FindingView.class, responseCode = "200")
    public Response finding(@PathParam("finding") String number) {
        FindingView finding = audits.finding(numberOf(number));
        return Answers.ok(finding.version(), finding);
    }

    @POST
    @Path("findings/{finding}/decision")
    @APIResponseSchema(value = FindingView.class, responseCode = "200")
    public Response decide(
            @PathParam("finding") String number,
            @HeaderParam("If-Match") String match,
            @NotNull ConfigurationAuditService.Decide command) {
        FindingView finding = audits.decide(numberOf(number), IfMatch.version(match), command);
        return Answers.ok(finding.version(), finding);
    }

    private static RecordNumber audit(String number) {
        return RecordNumber.parse(RecordKind.CONFIGURATION_AUDIT, "number", number);
    }

    private static RecordNumber numberOf(String number) {
        return RecordNumber.parse(RecordKind.AUDIT_FINDING, "finding", number);
    }
}
