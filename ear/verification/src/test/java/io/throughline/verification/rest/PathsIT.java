package io.throughline.verification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.verification.harness.InContainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** No way of writing a path leads past the login. Requests are written by hand: a client would tidy the path up. */
@RunAsClient
class PathsIT extends InContainer {

    private static final int PATIENCE_MILLIS = 60_000;

    @ArquillianResource
    private URL server;

    @Test
    void noSpellingOfTheApisPathLeadsPastTheLogin() throws IOException {
        for (String path : new String[] {
            "/api/v1/people",
            "/%61pi/v1/people",
            "/ap%69/v1/people",
            "/api;x/v1/people",
            "/api/v1;x=1/people",
            "/api/v1/people;x",
            "/x/../api/v1/people",
            "/login.xhtml/../api/v1/people",
            "/jakarta.faces.resource/../api/v1/people",
            "/jakarta.faces.resource/%2e%2e/api/v1/people",
            "//api/v1/people",
            "/api//v1/people",
            "/api/v1//people",
            "/./api/v1/people",
            "/api/v1/tokens/../people",
            "/api/v1/tokens/%2e%2e/people",
            "/api/v1/me/..;/people",
            "/API/v1/people"
        }) {
            String answer = answerTo(path);

            assertThat(status(answer)).as(path).isIn(301, 302, 400, 401, 403, 404);
            assertThat(answer).as(path).doesNotContain("\"items\"").doesNotContain("PER-000001");
        }
        assertThat(status(answerTo("/api/v1/people"))).isEqualTo(401);
    }

    @Test
    void noSpellingOfAPagesPathLeadsPastTheLogin() throws IOException {
        for (String path : new String[] {
            "/people/list.xhtml",
            "/people/list.xhtml;x",
            "/people;x/list.xhtml",
            "/people/list%2Exhtml",
            "/people/list.%78html",
            "//people/list.xhtml",
            "/login.xhtml/../people/list.xhtml",
            "/jakarta.faces.resource/../people/list.xhtml",
            "/jakarta.faces.resource/..;/people/list.xhtml",
            "/change/authorize.xhtml/../../people/list.xhtml",
            "/people/list.xhtml/",
            "/WEB-INF/web.xml",
            "/web-inf/web.xml",
            "/%57EB-INF/web.xml",
            "/x/../WEB-INF/web.xml"
        }) {
            String answer = answerTo(path);

            assertThat(status(answer)).as(path).isIn(301, 302, 400, 401, 403, 404, 500);
            assertThat(answer).as(path).doesNotContain("PER-000001").doesNotContain("security-constraint");
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private String answerTo(String path) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getHost()
                    + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
