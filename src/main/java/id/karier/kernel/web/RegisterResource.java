package id.karier.kernel.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A register in a person's file over HTTP. A subclass says its address, {@link id.karier.kernel.access.Access},
 * {@link Register} and how it is kept; what it answers is resolved from its type arguments, and the contract with it.
 *
 * @param <F> the members that an officer writes
 * @param <V> what readers see
 */
public abstract class RegisterResource<F extends Record, V extends Versioned> {
    private final Writes writes;

    protected RegisterResource(Writes writes) {
        this.writes = writes;
    }

    protected abstract Page<V> page(UUID employeeId, PageRequest page);

    protected abstract V entry(UUID employeeId, UUID id);

    protected abstract V add(UUID employeeId, F facts);

    protected abstract V change(UUID employeeId, UUID id, long version, ObjectNode patch);

    protected abstract void remove(UUID employeeId, UUID id, long version);

    /** Path of the register of one person; an entry's id follows it. */
    protected abstract String address(UUID employeeId);

    @GET
    public RestResponse<Page<V>> list(
            @PathParam("employeeId") UUID employeeId, @BeanParam PageRequest page, UriInfo uri) {
        return page(employeeId, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    public RestResponse<V> get(@PathParam("employeeId") UUID employeeId, @PathParam("id") UUID id, Request request) {
        var entry = entry(employeeId, id);
        return Typed.of(EntityTags.read(request, EntityTags.of(entry.version()), entry));
    }

    @POST
    public RestResponse<V> create(@PathParam("employeeId") UUID employeeId, @Valid @NotNull F facts) {
        return Typed.of(writes.create(facts, address(employeeId), () -> add(employeeId, facts)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public RestResponse<V> patch(
            @PathParam("employeeId") UUID employeeId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode patch) {
        return Typed.of(writes.change(ifMatch, patch, version -> change(employeeId, id, version, patch)));
    }

    @DELETE
    @Path("/{id}")
    @APIResponse(responseCode = "204", description = "Terhapus")
    public RestResponse<Void> delete(
            @PathParam("employeeId") UUID employeeId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Typed.of(writes.delete(ifMatch, version -> remove(employeeId, id, version)));
    }
}
