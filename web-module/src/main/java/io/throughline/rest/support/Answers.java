package io.throughline.rest.support;

import io.throughline.kernel.domain.Page;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The forms of success. */
public final class Answers {

    /** Value of {@code Cache-Control} in answers that tell a secret. */
    public static final String NO_STORE = "no-store";

    private Answers() {}

    /** 201 with the new record, its address and its version. */
    public static Response created(UriInfo uri, String number, long version, Object view) {
        return Response.created(uri.getAbsolutePathBuilder().path(number).build())
                .tag(String.valueOf(version))
                .entity(view)
                .build();
    }

    /** 201 for a record that lives in another collection than the one posted to. */
    public static Response createdIn(UriInfo uri, String collection, String number, long version, Object view) {
        return Response.created(
                        uri.getBaseUriBuilder().path(collection).path(number).build())
                .tag(String.valueOf(version))
                .entity(view)
                .build();
    }

    /** 200 with the record and its version. */
    public static Response ok(long version, Object view) {
        return Response.ok(view).tag(String.valueOf(version)).build();
    }

    /** The answer, marked as one that nobody may keep: it tells a secret once. A repeat of the request does not tell it. */
    public static Response secret(Response answer) {
        return Response.fromResponse(answer).header("Cache-Control", NO_STORE).build();
    }

    /** 200 with one page and, when there is another, the link to it (RFC 8288). */
    public static Response page(UriInfo uri, Page<?> page) {
        Response.ResponseBuilder response = Response.ok(page);
        if (page.next() != null) {
            response.links(Link.fromUri(uri.getRequestUriBuilder()
                            .replaceQueryParam("before", page.next())
                            .build())
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}
