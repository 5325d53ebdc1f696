package io.throughline.web.procedure;

import io.throughline.kernel.domain.Page;
import io.throughline.procedure.domain.ProcedureState;
import io.throughline.procedure.service.ProcedureService;
import io.throughline.procedure.service.ProcedureView;
import io.throughline.web.page.ListPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Documented procedures, newest first. */
@Named
@RequestScoped
public class ProcedureList extends ListPage<ProcedureView> {

    @Inject
    ProcedureService procedures;

    private String state;

    @Override
    protected Page<ProcedureView> read(Long from, int size) {
        return procedures.page(given(ProcedureState.class, state), from, size);
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
