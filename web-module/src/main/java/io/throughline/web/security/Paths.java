package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Which part of the product a request is for. */
final class Paths {

    private static final String API = "/api/";

    private Paths() {}

    static String within(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    static boolean isApi(HttpServletRequest request) {
        return within(request).startsWith(API);
    }

    static boolean isTokenIssue(HttpServletRequest request) {
        return within(request).matches("/api/v[0-9]+/tokens/?");
    }
}
