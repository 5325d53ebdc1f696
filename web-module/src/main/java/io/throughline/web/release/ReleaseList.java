package io.throughline.web.release;

import io.throughline.kernel.domain.Page;
import io.throughline.release.domain.ReleaseState;
import io.throughline.release.service.ReleaseService;
import io.throughline.release.service.ReleaseView;
import io.throughline.web.page.ListPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Releases, newest first. */
@Named
@RequestScoped
public class ReleaseList extends ListPage<ReleaseView> {

    @Inject
    ReleaseService releases;

    private String state;
    private String change;

    @Override
    protected Page<ReleaseView> read(Long from, int size) {
        return releases.page(given(ReleaseState.class, state), given(change), from, size);
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }
}
