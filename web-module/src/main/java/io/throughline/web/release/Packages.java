package io.throughline.web.release;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.release.service.PackageService;
import io.throughline.release.service.PackageView;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.ListPage;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.InputStream;
import java.util.List;

/** The store of packages: upload, and one package's manifest. */
@Named
@RequestScoped
public class Packages extends ListPage<PackageView> {

    private static final int OFFERED = 100;

    @Inject
    PackageService packages;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    private String number;
    private PackageView view;
    private Part file;

    @Override
    protected Page<PackageView> read(Long from, int size) {
        view = given(number) == null ? null : packages.get(number);
        return packages.page(from, size);
    }

    public String upload() {
        return attempt.leading(texts.get("package.taken"), () -> {
            if (file == null || file.getSize() == 0) {
                throw Invalid.field("file", texts.get("package.noFile"));
            }
            try (InputStream bytes = file.getInputStream()) {
                PackageView taken = packages.upload(bytes, input.text("UPLOAD", "signature"));
                return "/release/packages.xhtml?faces-redirect=true&number=" + taken.number();
            }
        });
    }

    public List<SelectItem> getAll() {
        return packages.page(null, OFFERED).items().stream()
                .map(one ->
                        new SelectItem(one.number(), "%s  %s %s".formatted(one.number(), one.product(), one.version())))
                .toList();
    }

    public PackageView getView() {
        return view;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
