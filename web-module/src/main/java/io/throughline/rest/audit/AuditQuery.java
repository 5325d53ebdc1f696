package io.throughline.rest.audit;

import io.throughline.audit.service.AuditSearch;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.rest.support.Moment;
import jakarta.ws.rs.QueryParam;

/** Which records of the trail are wanted: use as {@code @BeanParam}. */
public class AuditQuery {

    @QueryParam("actor")
    private String actor;

    @QueryParam("record")
    private String record;

    @QueryParam("server")
    private String server;

    @QueryParam("activity")
    private String activity;

    @QueryParam("action")
    private String action;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    /**
     * @throws Invalid naming a time that is none
     */
    AuditSearch search() {
        return new AuditSearch(actor, record, server, activity, action, Moment.of("from", from), Moment.of("to", to));
    }
}
