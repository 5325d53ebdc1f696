package io.throughline.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Gives the server the certificate authorities that this machine's Java trusts and that are valid today. The list inside
 * Payara is as old as Payara; each expired entry costs a page of warnings at every start.
 */
final class TrustStore {

    /** The password Payara's own configuration names; the store holds nothing secret. */
    private static final char[] PASSWORD = "changeit".toCharArray();

    private TrustStore() {}

    static void write(Path file) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            int number = 0;
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager authorities) {
                    for (X509Certificate authority : authorities.getAcceptedIssuers()) {
                        if (validToday(authority)) {
                            store.setCertificateEntry("authority-" + number++, authority);
                        }
                    }
                }
            }
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD);
            }
        } catch (GeneralSecurityException | IOException failed) {
            throw new LaunchRefused(
                    "The list of trusted authorities cannot be written: " + failed.getMessage() + ".", failed);
        }
    }

    private static boolean validToday(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException outOfDate) {
            return false;
        }
    }
}
