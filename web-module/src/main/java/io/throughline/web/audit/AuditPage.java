package io.throughline.web.audit;

import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.AuditSearch;
import io.throughline.identity.service.AuditAccess;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.web.page.ListPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Search in the audit trail; every filter is in the address. */
@Named
@RequestScoped
public class AuditPage extends ListPage<AuditRecordView> {

    @Inject
    AuditAccess audit;

    private final Map<String, String> filter = new HashMap<>();

    @Override
    protected Page<AuditRecordView> read(Long from, int size) {
        return audit.search(search(), from, size);
    }

    /** Everything that the filters find, not this page alone, as a table. */
    public void export() throws IOException {
        ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
        answer.setResponseContentType("text/csv;charset=UTF-8");
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"audit-trail.csv\"");
        Writer out = new OutputStreamWriter(answer.getResponseOutputStream(), StandardCharsets.UTF_8);
        audit.exportAsTable(search(), out);
        out.flush();
        FacesContext.getCurrentInstance().responseComplete();
    }

    private AuditSearch search() {
        return new AuditSearch(
                given(filter.get("actor")),
                given(filter.get("record")),
                given(filter.get("server")),
                given(filter.get("activity")),
                given(filter.get("action")),
                moment("from"),
                moment("to"));
    }

    private Instant moment(String field) {
        String typed = given(filter.get(field));
        try {
            return typed == null ? null : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Invalid.field(field, "must be a date and time in UTC, as in 2026-03-01T18:30");
        }
    }

    public Map<String, String> getFilter() {
        return filter;
    }
}
