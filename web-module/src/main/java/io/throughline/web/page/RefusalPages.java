package io.throughline.web.page;

import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Refusal;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A refusal while a page is loaded becomes the page that says so, with the status that says the same to a program. */
public class RefusalPages extends ExceptionHandlerFactory {

    private static final Logger LOG = Logger.getLogger(RefusalPages.class.getName());

    public RefusalPages(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            FacesContext faces = FacesContext.getCurrentInstance();
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                if (answered(faces, events.next().getContext().getException())) {
                    events.remove();
                }
            }
            getWrapped().handle();
        }

        private static boolean answered(FacesContext faces, Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    send(faces, refusal);
                    return true;
                }
                if (cause instanceof ViewExpiredException expired) {
                    redirect(faces, expired.getViewId());
                    return true;
                }
            }
            return false;
        }

        private static void send(FacesContext faces, Refusal refusal) {
            int status = refusal instanceof Forbidden ? 403 : refusal.httpStatus() == 422 ? 404 : refusal.httpStatus();
            faces.getExternalContext().getRequestMap().put("refusal", refusal.getMessage());
            try {
                if (faces.getPartialViewContext().isAjaxRequest()) {
                    LOG.log(Level.FINE, "refused during " + faces.getViewRoot().getViewId(), refusal);
                    faces.getExternalContext().getFlash().put("refusal", refusal.getMessage());
                    redirect(faces, "/error.xhtml");
                } else {
                    faces.getExternalContext().responseSendError(status, refusal.getMessage());
                }
            } catch (IOException e) {
                throw new FacesException(e);
            }
            faces.responseComplete();
        }

        /** The view is gone with its session: read again, which leads to the login when need be. */
        private static void redirect(FacesContext faces, String view) {
            try {
                var external = faces.getExternalContext();
                external.redirect(external.getRequestContextPath() + view);
            } catch (IOException e) {
                throw new FacesException(e);
            }
            faces.responseComplete();
        }
    }
}
