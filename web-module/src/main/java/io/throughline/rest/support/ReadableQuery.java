package io.throughline.rest.support;

import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refuses what can stand in no text of ours, before a database that cannot even be asked for it fails. */
@Provider
public class ReadableQuery implements ContainerRequestFilter {

    private static final int LONGEST = 2000;

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        uri.getPathParameters().forEach(ReadableQuery::check);
        uri.getQueryParameters().forEach(ReadableQuery::check);
    }

    private static void check(String name, List<String> values) {
        for (String value : values) {
            if (value.length() > LONGEST || value.codePoints().anyMatch(ReadableQuery::unreadable)) {
                throw Invalid.field(name, "must have at most " + LONGEST + " characters and no control characters");
            }
        }
    }

    private static boolean unreadable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
