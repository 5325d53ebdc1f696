package io.throughline.rest.support;

import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which part of a list is wanted: use as {@code @BeanParam}. */
public class Paging {

    private static final int MOST = 500;

    @QueryParam("before")
    private String before;

    @QueryParam("size")
    @DefaultValue("50")
    private String size;

    /** Cursor of the page before, or null for the first page. */
    public Long before() {
        return before == null ? null : number("before", before, Long.MAX_VALUE);
    }

    public int size() {
        return (int) number("size", size, MOST);
    }

    private static long number(String name, String text, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw outside(name, most);
        }
        throw outside(name, most);
    }

    private static Invalid outside(String name, long most) {
        return Invalid.field(name, "must be a whole number from 1 to " + most);
    }
}
