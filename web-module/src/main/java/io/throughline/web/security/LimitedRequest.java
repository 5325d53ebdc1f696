package io.throughline.web.security;

import io.throughline.kernel.domain.Rationed;
import io.throughline.kernel.domain.refusal.TooLarge;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body ends with a refusal where it gets too large, whatever its head said of its length. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final long most;
    private ServletInputStream body;

    /**
     * @param most bytes of the body
     */
    LimitedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new BodyStream(new Rationed(super.getInputStream(), most, new TooLarge(most)));
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
