package io.throughline.web.audit;

import io.throughline.audit.service.AuditRecordView;
import io.throughline.audit.service.AuditSearch;
import io.throughline.identity.service.AuditAccess;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.web.page.ListPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
        AuditSearch search = new AuditSearch(
                given(filter.get("actor")),
                given(filter.get("record")),
                given(filter.get("server")),
                given(filter.get("activity")),
                given(filter.get("action")),
                moment("from"),
                moment("to"));
        return audit.search(search, from, size);
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
