package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives an entity tag to every reading that has none of its own, such as a list, and answers 304 to whoever has it already.
 * The tag is made from what is said, so it changes with anything that the reader would see; what nobody may keep gets none.
 */
@ApplicationScoped
public class AnswerTags {
    private final ObjectMapper json;

    AnswerTags(ObjectMapper json) {
        this.json = json;
    }

    /** Response filters run from the highest priority down: before what an answer does not say is filled in. */
    @ServerResponseFilter(priority = Priorities.USER + 100)
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!isRead(request) || response.getStatus() != 200 || !isOurs(response)) {
            return;
        }
        var headers = response.getHeaders();
        var kept = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        if (headers.containsKey(HttpHeaders.ETAG) || (kept != null && kept.contains("no-store"))) {
            return;
        }
        if (kept == null) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        if (!headers.containsKey(HttpHeaders.VARY)) {
            headers.putSingle(HttpHeaders.VARY, "Authorization, Accept-Language, Accept-Encoding");
        }
        var tag = EntityTags.ofContent(json.writeValueAsBytes(compared(response.getEntity())));
        var held = EntityTags.held(tag);
        headers.putSingle(HttpHeaders.ETAG, held == null ? '"' + tag.getValue() + '"' : held);
        if (held != null) {
            response.setEntity(null);
            response.setStatus(304);
        }
    }

    private static Object compared(Object entity) {
        return entity instanceof Page<?> page ? page.withoutCursor() : entity;
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    /** A record that becomes JSON, and no file, stream or page. */
    private static boolean isOurs(ContainerResponseContext response) {
        return response.getEntity() instanceof Record && isJson(response.getMediaType());
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }
}
