package io.throughline.web.security;

import io.throughline.kernel.domain.refusal.TooLarge;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads no more of a request to the API than such a request needs. */
public class LimitFilter implements Filter {

    /** JSON; a list of a hundred thousand servers' numbers has not two million bytes. */
    static final long MOST_OF_ANY = 8L << 20;

    /** Inventories of servers are files. */
    static final long MOST_OF_IMPORTS = 32L << 20;

    /** Packages are archives, whose own bound this is. */
    static final long MOST_OF_PACKAGES = 256L << 20;

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plainRequest;
        HttpServletResponse response = (HttpServletResponse) plainResponse;
        long most = mostOf(request);
        if (request.getContentLengthLong() > most) {
            ProblemWriter.write(request, response, new TooLarge(most));
            return;
        }
        try {
            chain.doFilter(new LimitedRequest(request, most), response);
        } catch (TooLarge refusal) {
            ProblemWriter.write(request, response, refusal);
        }
    }

    private static long mostOf(HttpServletRequest request) {
        return switch (Paths.collection(request)) {
            case "packages" -> MOST_OF_PACKAGES;
            case "server-imports" -> MOST_OF_IMPORTS;
            default -> MOST_OF_ANY;
        };
    }
}
