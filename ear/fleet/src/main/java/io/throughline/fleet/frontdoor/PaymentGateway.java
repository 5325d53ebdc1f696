package io.throughline.fleet.frontdoor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payment gateway: a TLS server on the loopback interface that answers each order with a line. */
public final class PaymentGateway implements AutoCloseable {

    /** The name in its certificate, which clients check. */
    public static final String NAME = "gateway.payment.example";

    private static final Logger LOG = LoggerFactory.getLogger(PaymentGateway.class);
    private static final char[] PASSWORD = "demonstration".toCharArray();
    private static final int PATIENCE_MILLIS = 5_000;

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "payment-gateway");
        thread.setDaemon(true);
        return thread;
    });
    private volatile SSLContext shown;
    private volatile GatewayAuthority authority;

    public PaymentGateway(GatewayAuthority authority) throws IOException {
        show(authority);
        socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** From now on shows the certificate issued by this authority. */
    public void show(GatewayAuthority newAuthority) throws IOException {
        try (InputStream in =
                PaymentGateway.class.getResourceAsStream("/pki/gateway-" + newAuthority.word() + ".p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            shown = context;
            authority = newAuthority;
        } catch (GeneralSecurityException e) {
            throw new IOException("the gateway's certificate cannot be used: " + e.getMessage(), e);
        }
    }

    public GatewayAuthority authority() {
        return authority;
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket customer = socket.accept();
                threads.execute(() -> answer(customer));
            } catch (SocketException e) {
                LOG.debug("the gateway listens no more: {}", e.getMessage());
            } catch (IOException e) {
                LOG.warn("the gateway could not accept a connection: {}", e.getMessage());
            }
        }
    }

    private void answer(Socket customer) {
        try (customer) {
            customer.setSoTimeout(PATIENCE_MILLIS);
            customer.setTcpNoDelay(true);
            SSLSocket secured =
                    (SSLSocket) shown.getSocketFactory().createSocket(customer, null, customer.getPort(), true);
            secured.setUseClientMode(false);
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(secured.getInputStream(), StandardCharsets.UTF_8));
            String order = lines.readLine();
            if (order != null) {
                secured.getOutputStream().write(("PAID " + order + '\n').getBytes(StandardCharsets.UTF_8));
                secured.getOutputStream().flush();
            }
        } catch (SSLException e) {
            LOG.debug("a customer broke off the handshake: {}", e.getMessage());
        } catch (IOException e) {
            LOG.debug("a customer went away: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
