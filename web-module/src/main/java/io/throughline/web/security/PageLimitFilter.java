package io.throughline.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Lets no page take more than its form can hold. The container reads the files of a form by itself, past any filter's
 * stream, so that what is not announced is refused: browsers announce every form.
 */
public class PageLimitFilter implements Filter {

    /** Texts that people write. */
    static final long MOST_OF_ANY = 4L << 20;

    /** What frames a file in a form. */
    private static final long FRAME = 1L << 20;

    private static final Map<String, Long> MOST_OF = Map.of(
            "/release/packages.xhtml", LimitFilter.MOST_OF_PACKAGES + FRAME,
            "/configuration/import.xhtml", LimitFilter.MOST_OF_IMPORTS + FRAME);

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        if (request.getContentLengthLong() > MOST_OF.getOrDefault(request.getServletPath(), MOST_OF_ANY)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
