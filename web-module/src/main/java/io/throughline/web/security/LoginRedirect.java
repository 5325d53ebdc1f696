package io.throughline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends who is not logged in to the login page, and back from there to where she wanted to go. */
public final class LoginRedirect {

    private LoginRedirect() {}

    static String target(HttpServletRequest request) {
        String page = request.getContextPath() + "/login.xhtml";
        if (!"GET".equals(request.getMethod())) {
            return page;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return page + "?to=" + URLEncoder.encode(Paths.within(request) + query, StandardCharsets.UTF_8);
    }

    /** The page to go on to; only a path of our own is taken, so that a link cannot lead elsewhere. */
    public static String safe(String to) {
        boolean ours = to != null && to.matches("/(?![/\\\\])[^\\r\\n\\\\]*");
        return ours ? to : "/index.xhtml";
    }
}
