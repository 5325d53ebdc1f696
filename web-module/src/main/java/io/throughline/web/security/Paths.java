package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Which part of the product a request is for. It is the container's own view of the path, decoded and with dots and path
 * parameters resolved, by which it also chose the servlet: what counts as the API here is what reaches the API.
 */
final class Paths {

    private static final String API = "/api/v1";
    private static final Set<String> OF_ONE_TIME_LOGINS = Set.of("/me", "/me/password", "/tokens");

    private static final String RESOURCES = "/jakarta.faces.resource/";

    private Paths() {}

    static String within(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    static boolean isApi(HttpServletRequest request) {
        return API.equals(request.getServletPath());
    }

    static boolean isTokenIssue(HttpServletRequest request) {
        return isApi(request) && "POST".equals(request.getMethod()) && "/tokens".equals(inApi(request));
    }

    /** Whether who has a one-time password may go there: to choose another, to log in and out, and for the looks. */
    static boolean servesOneTimeLogins(HttpServletRequest request) {
        if (isApi(request)) {
            return OF_ONE_TIME_LOGINS.contains(inApi(request));
        }
        String page = request.getServletPath();
        return page.equals("/settings.xhtml")
                || page.equals("/login.xhtml")
                || page.equals("/error.xhtml")
                || page.startsWith(RESOURCES);
    }

    /** Whether it is a page of the portal, and not something that pages are made of. */
    static boolean isPage(HttpServletRequest request) {
        String page = request.getServletPath();
        return page.endsWith(".xhtml") && !page.startsWith(RESOURCES);
    }

    /** Name of the API's collection that the request is for; empty when it is for none. */
    static String collection(HttpServletRequest request) {
        String[] parts = inApi(request).split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    private static String inApi(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
