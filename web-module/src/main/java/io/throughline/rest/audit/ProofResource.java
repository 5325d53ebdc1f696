package io.throughline.rest.audit;

import io.throughline.audit.feed.SealedEvent;
import io.throughline.audit.proof.VerifierKey;
import io.throughline.audit.service.AuditProofs;
import io.throughline.identity.service.AuditAccess;
import io.throughline.kernel.domain.refusal.NotFound;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What outsiders check the trail with; the forms are those of C2SP signed notes and RFC 6962. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public class ProofResource {

    private static final String PLAIN = "text/plain;charset=UTF-8";

    @Inject
    AuditAccess audit;

    @GET
    @Path("checkpoint")
    @Produces(PLAIN)
    @Operation(summary = "Newest checkpoint: a C2SP signed note of origin, size and base64 root")
    public String checkpoint() {
        return audit.checkpoint();
    }

    @GET
    @Path("verifier-key")
    @Produces(PLAIN)
    @Operation(summary = "Keys that checkpoints were signed with, <name>+<id>+<key> on a line each, the newest last")
    public String verifierKeys() {
        return audit.verifierKeys().stream().map(VerifierKey::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    @GET
    @Path("verifier-key.pem")
    @Produces(PLAIN)
    @Operation(summary = "The newest of these keys as a PEM file for OpenSSL")
    public String pem() {
        List<VerifierKey> keys = audit.verifierKeys();
        if (keys.isEmpty()) {
            throw new NotFound("key of", "the trail");
        }
        return keys.get(keys.size() - 1).pem();
    }

    @GET
    @Path("entries/{index}")
    @Operation(summary = "One sealed record; the bytes of its content are the data of the leaf")
    public AuditProofs.Entry entry(@PathParam("index") long index) {
        return audit.entry(index);
    }

    @GET
    @Path("entries/{index}/inclusion")
    @Operation(summary = "Proof that the record is in the tree of this size (RFC 6962, 2.1.1)")
    public AuditProofs.Inclusion inclusion(@PathParam("index") long index, @QueryParam("size") Long size) {
        return audit.inclusion(index, size);
    }

    @GET
    @Path("records/{id}/personal")
    @Operation(summary = "The values about persons that a record is committed to; reading them is itself on record")
    public Map<String, String> personal(@PathParam("id") long id) {
        return audit.personal(id);
    }

    @GET
    @Path("events")
    @Produces("application/cloudevents-batch+json")
    @Operation(summary = "Sealed records from a place on, in order and without gaps, as a batch of CloudEvents 1.0")
    public String events(
            @QueryParam("from") @DefaultValue("0") @Min(0) long from,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(1000) int limit) {
        return audit.events(from, limit).stream()
                .map(SealedEvent::cloudEvent)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @GET
    @Path("consistency")
    @Operation(summary = "Proof that the smaller tree is the beginning of the larger (RFC 6962, 2.1.2)")
    public AuditProofs.Consistency consistency(@QueryParam("from") @NotNull Long from, @QueryParam("to") Long to) {
        return audit.consistency(from, to);
    }
}
