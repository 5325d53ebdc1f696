package io.throughline.rest.configuration;

import io.throughline.configuration.service.inventory.ServerImportCommand;
import io.throughline.configuration.service.inventory.ServerImportService;
import io.throughline.configuration.service.inventory.ServerImportView;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Imports of servers from files: all of a file or nothing. */
@Path("server-imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServerImportResource {

    @Inject
    ServerImportService imports;

    @POST
    public ServerImportView take(ServerImportCommand body) {
        return imports.take(body);
    }
}
