package io.throughline.rest.support;

import io.throughline.kernel.service.Acting;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one place where an exception becomes an answer. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        String requestId = Acting.current().map(Acting.Account::requestId).orElse("none");
        Problem problem = Problems.of(thrown).orElseGet(() -> {
            LOG.log(Level.SEVERE, "request " + requestId + " failed", thrown);
            return Problems.fault(requestId);
        });
        return problem.response(uri.getRequestUri().getPath());
    }
}
