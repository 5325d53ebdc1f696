package io.throughline.fleet.frontdoor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Pays an order as the application on a host would: by a TLS connection to the gateway that trusts what the host trusts.
 *
 * <p>The PEM files in the host's trust folder are read again whenever one of them changed.
 */
final class PaymentClient {

    private static final int PATIENCE_MILLIS = 5_000;

    private record Trust(String stamp, SSLContext context) {}

    private final Map<Path, Trust> trusted = new ConcurrentHashMap<>();

    /**
     * @return the gateway's answer
     * @throws PaymentRefused if the connection cannot be made or the gateway's certificate is not trusted
     */
    String pay(Path trustFolder, InetSocketAddress gateway, String order) throws PaymentRefused {
        try (Socket plain = new Socket()) {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(PATIENCE_MILLIS);
            SSLContext context = trustOf(trustFolder);
            plain.connect(gateway, PATIENCE_MILLIS);
            SSLSocket secured = (SSLSocket)
                    context.getSocketFactory().createSocket(plain, PaymentGateway.NAME, gateway.getPort(), true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            secured.getOutputStream().write((order + '\n').getBytes(StandardCharsets.UTF_8));
            secured.getOutputStream().flush();
            String answer = new BufferedReader(new InputStreamReader(secured.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer == null) {
                throw new PaymentRefused("the payment gateway closed the connection");
            }
            return answer;
        } catch (SSLHandshakeException e) {
            throw new PaymentRefused("the payment gateway's certificate is not trusted: " + e.getMessage());
        } catch (IOException e) {
            throw new PaymentRefused("the payment gateway cannot be reached: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new PaymentRefused("the trust bundle cannot be used: " + e.getMessage());
        }
    }

    private SSLContext trustOf(Path folder) throws IOException, GeneralSecurityException, PaymentRefused {
        List<Path> files = pemFiles(folder);
        String stamp = stamp(files);
        Trust known = trusted.get(folder);
        if (known == null || !known.stamp().equals(stamp)) {
            known = new Trust(stamp, contextOf(files));
            trusted.put(folder, known);
        }
        return known.context();
    }

    private static List<Path> pemFiles(Path folder) throws IOException, PaymentRefused {
        if (!Files.isDirectory(folder)) {
            throw new PaymentRefused("there is no trust bundle");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String stamp(List<Path> files) throws IOException {
        StringBuilder stamp = new StringBuilder();
        for (Path file : files) {
            stamp.append(file.getFileName())
                    .append('/')
                    .append(Files.getLastModifiedTime(file).toMillis())
                    .append('/')
                    .append(Files.size(file))
                    .append('\n');
        }
        return stamp.toString();
    }

    private static SSLContext contextOf(List<Path> files) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                int number = 0;
                for (Certificate certificate : factory.generateCertificates(in)) {
                    store.setCertificateEntry(file.getFileName() + "#" + number++, certificate);
                }
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The order was not paid; the message says why, in words for an operator. */
    static final class PaymentRefused extends Exception {
        private static final long serialVersionUID = 1L;

        PaymentRefused(String reason) {
            super(reason);
        }
    }
}
