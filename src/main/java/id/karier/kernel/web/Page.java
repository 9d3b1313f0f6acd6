package id.karier.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, empty when there are none
 * @param next cursor of the next page, null on the last
 * @param total number of all rows, only when asked for
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        @Nullable Long total) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page without what is written anew each time that it is read, to compare by. */
    Page<T> withoutCursor() {
        return new Page<>(items, next == null ? null : "", total);
    }

    /** 200 with the page and, unless it is the last, a {@code Link} to the next; its type names the page in the contract. */
    public RestResponse<Page<T>> respond(UriInfo uri) {
        return Typed.of(answer(uri));
    }

    /** The same for a resource that names its page in the contract itself. */
    public Response answer(UriInfo uri) {
        var answer = Response.ok(this)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Authorization, Accept-Language, Accept-Encoding");
        if (next != null) {
            // without host and scheme: the Host header is whatever the client wrote there
            var address =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            answer.header(
                    HttpHeaders.LINK, "<" + address.getRawPath() + '?' + address.getRawQuery() + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
