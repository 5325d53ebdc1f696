package io.throughline.web.page;

import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.IllegalTransition;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Refusal;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import java.util.concurrent.Callable;

/**
 * Tries a deed. Done: says so and leads on by a redirect, so that reloading repeats nothing. Refused: stays, and the
 * one place where a {@link Refusal} becomes a message on the page is here.
 */
@RequestScoped
public class Attempt {

    @Inject
    Texts texts;

    /**
     * @param outcome where to go when it is done
     * @param done what to say then; null to say nothing
     * @return the outcome, or null to stay on the page
     */
    public String at(String outcome, String done, Callable<?> deed) {
        return leading(done, () -> {
            deed.call();
            return outcome;
        });
    }

    /** As {@link #at(String, String, Callable)}, for a deed that itself answers where to go. */
    public String leading(String done, Callable<String> deed) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String outcome;
        try {
            outcome = deed.call();
        } catch (Exception e) {
            show(faces, refusalIn(e));
            return null;
        }
        if (done != null) {
            faces.getExternalContext().getFlash().setKeepMessages(true);
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, done, null));
        }
        return outcome;
    }

    /** The refusal that an exception carries, also through the container's wrapping. */
    static Exception refusalIn(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal
                    || cause instanceof ConstraintViolationException
                    || cause instanceof OptimisticLockException) {
                return (Exception) cause;
            }
        }
        return thrown;
    }

    private void show(FacesContext faces, Exception refusal) {
        faces.validationFailed();
        if (refusal instanceof Invalid invalid) {
            invalid.errors().forEach(error -> showAtField(faces, error.field(), error.allowed()));
        } else if (refusal instanceof ConstraintViolationException violated) {
            violated.getConstraintViolations().forEach(violation -> {
                String path = violation.getPropertyPath().toString();
                showAtField(faces, path.substring(path.lastIndexOf('.') + 1), violation.getMessage());
            });
        } else if (refusal instanceof OptimisticLockException) {
            error(faces, texts.get("refused.stale-version"));
        } else if (refusal instanceof Refusal known) {
            error(faces, sentence(known));
        } else {
            throw refusal instanceof RuntimeException broken ? broken : new EJBException(refusal);
        }
    }

    private String sentence(Refusal refusal) {
        if (refusal instanceof IllegalTransition) {
            return texts.get(
                    "refused.illegal-transition",
                    refusal.facts().get("record"),
                    texts.name(refusal.facts().get("state")),
                    texts.verb(refusal.facts().get("verb")));
        }
        if (refusal instanceof Forbidden && refusal.facts().containsKey("right")) {
            return texts.get("refused.missing-right", texts.name(refusal.facts().get("right")));
        }
        return texts.find("refused." + refusal.key()).orElse(refusal.getMessage());
    }

    /** A message belongs to the field it is about when the form that was sent has it, else to the form. */
    private void showAtField(FacesContext faces, String field, String allowed) {
        String id = field.replace('.', '_').replaceAll("\\[\\d+]", "");
        UIComponent component = fieldIn(UIComponent.getCurrentComponent(faces), id);
        String text = texts.label(id) + " " + allowed;
        faces.addMessage(
                component == null ? null : component.getClientId(faces),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private static UIComponent fieldIn(UIComponent button, String id) {
        UIComponent parent = button == null ? null : button.getNamingContainer();
        return parent == null ? null : parent.findComponent(id);
    }

    private static void error(FacesContext faces, String text) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }
}
