package io.throughline.rest.release;

import io.throughline.release.service.PackageService;
import io.throughline.release.service.PackageView;
import io.throughline.rest.support.Answers;
import io.throughline.rest.support.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The store of packages. A package never changes, so that it has no version of its own. */
@Path("packages")
@Produces(MediaType.APPLICATION_JSON)
public class PackageResource {

    /** As what a package that never changes is known to caches. */
    private static final long ONLY_VERSION = 1;

    @Inject
    PackageService packages;

    @Context
    UriInfo uri;

    /**
     * @param signature the builder's own Ed25519 signature in base64; without it the product signs
     */
    @POST
    @Consumes({"application/gzip", "application/x-gzip", "application/octet-stream"})
    @APIResponseSchema(value = PackageView.class, responseCode = "201")
    public Response upload(InputStream archive, @HeaderParam("X-Package-Signature") String signature) {
        PackageView stored = packages.upload(archive, signature);
        return Answers.created(uri, stored.sha256(), ONLY_VERSION, stored);
    }

    @GET
    @APIResponseSchema(value = PackageView.class, responseCode = "200")
    public Response page(@BeanParam Paging paging) {
        return Answers.page(uri, packages.page(paging.before(), paging.size()));
    }

    /**
     * @param name SHA-256 or number
     */
    @GET
    @Path("{name}")
    @APIResponseSchema(value = PackageView.class, responseCode = "200")
    public Response get(@PathParam("name") String name) {
        return Answers.ok(ONLY_VERSION, packages.get(name));
    }
}
