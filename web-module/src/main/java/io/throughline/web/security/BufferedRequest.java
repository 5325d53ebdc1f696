package io.throughline.web.security;

import io.throughline.kernel.domain.Sha256;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * A request whose body was read whole, so that it was digested and can be read again. A large body waits in a file, which
 * goes when this is closed.
 */
final class BufferedRequest extends HttpServletRequestWrapper implements Closeable {

    private static final int MOST_IN_MEMORY = 1 << 20;

    private final String digest;
    private final byte[] body;
    private final Path file;

    BufferedRequest(HttpServletRequest request) throws IOException {
        super(request);
        MessageDigest sha256 = Sha256.start();
        String line = getMethod() + " " + getRequestURI() + "?" + getQueryString() + "\n";
        sha256.update(line.getBytes(StandardCharsets.UTF_8));
        InputStream source = new DigestInputStream(request.getInputStream(), sha256);
        body = source.readNBytes(MOST_IN_MEMORY);
        file = body.length < MOST_IN_MEMORY ? null : spooled(source);
        digest = Sha256.hex(sha256.digest());
    }

    private Path spooled(InputStream rest) throws IOException {
        Path spool = Files.createTempFile("throughline-body-", ".tmp");
        try (OutputStream out = Files.newOutputStream(spool)) {
            out.write(body);
            rest.transferTo(out);
            return spool;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(spool);
            throw e;
        }
    }

    /** SHA-256 over method, path with query, and body. */
    String digest() {
        return digest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new BodyStream(file == null ? new ByteArrayInputStream(body) : Files.newInputStream(file));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
