package io.throughline.web.security;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where people reach the portal by HTTPS, the session's cookie never travels without it. The server itself listens to
 * HTTP behind whatever ends TLS, so that only the public address tells.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean https = ConfigProvider.getConfig()
                .getOptionalValue("throughline.public.url", String.class)
                .filter(url -> url.startsWith("https:"))
                .isPresent();
        event.getServletContext().getSessionCookieConfig().setSecure(https);
    }
}
