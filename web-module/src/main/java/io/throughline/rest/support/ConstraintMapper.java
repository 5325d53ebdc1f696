package io.throughline.rest.support;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes broken constraints before Jersey's own mapper does, which would answer with a page. */
@Provider
public class ConstraintMapper implements ExceptionMapper<ConstraintViolationException> {

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(ConstraintViolationException violations) {
        return Problems.invalid(violations).response(uri.getRequestUri().getPath());
    }
}
