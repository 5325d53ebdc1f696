package io.throughline.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers what no page of ours needs: to be framed, to load plug-ins, to send forms elsewhere, to tell others from
 * where somebody came (an address may hold the key of a signing link), and to be kept by who shares the browser. Which
 * scripts may run is told by PrimeFaces, in a policy of its own with the page's nonce; browsers obey both.
 */
public class HeadersFilter implements Filter {

    private static final String OF_PAGES =
            "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final String OF_THE_API = "default-src 'none'; frame-ancestors 'none'";

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        response.addHeader("Content-Security-Policy", Paths.isApi(request) ? OF_THE_API : OF_PAGES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (Paths.isPage(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
