package id.karier.kernel.web;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Gives a response the type that the contract is told; the body may be that object or its bytes, as {@link Writes} keeps it. */
final class Typed {
    private Typed() {}

    @SuppressWarnings("unchecked")
    static <T> RestResponse<T> of(Response response) {
        ResponseBuilder<T> typed = ResponseBuilder.create(response.getStatus());
        response.getHeaders().forEach((name, values) -> values.forEach(value -> typed.header(name, value)));
        return typed.entity((T) response.getEntity()).build();
    }
}
