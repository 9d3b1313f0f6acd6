package id.karier.kernel.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.AccessFilter;
import id.karier.kernel.data.ForeignText;
import id.karier.kernel.data.SqlTraces;
import id.karier.kernel.data.StatementLimits;
import id.karier.kernel.data.Transactions;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.MethodNode;
import jakarta.validation.Path.ParameterNode;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StaleObjectStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into a problem. Only what is nobody's fault but ours is logged with its trace, once, here. */
@ApplicationScoped
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final Map<Integer, ErrorCode> BY_STATUS = Map.of(
            400, ErrorCode.MALFORMED_REQUEST,
            401, ErrorCode.UNAUTHENTICATED,
            403, ErrorCode.FORBIDDEN,
            404, ErrorCode.NOT_FOUND,
            405, ErrorCode.METHOD_NOT_ALLOWED,
            406, ErrorCode.NOT_ACCEPTABLE,
            413, ErrorCode.BODY_TOO_LARGE,
            415, ErrorCode.UNSUPPORTED_MEDIA_TYPE);

    private final Caller caller;
    private final Addresses addresses;
    private final UriInfo uri;
    private final HttpServerRequest http;
    private final ClientAddress clients;
    private final String ourselves;

    ProblemMapper(
            Caller caller,
            Addresses addresses,
            UriInfo uri,
            HttpServerRequest http,
            ClientAddress clients,
            @ConfigProperty(name = "karier.token.issuer") String ourselves) {
        this.caller = caller;
        this.addresses = addresses;
        this.uri = uri;
        this.http = http;
        this.clients = clients;
        this.ourselves = ourselves;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException failure) {
        boolean shed = failure.retryAfterSeconds() != null && failure.getCause() == null;
        if (failure.code().status() >= 500 && !shed) {
            LOG.errorf(failure, "request %s: %s", caller.requestId(), failure.code());
        }
        return answer(failure);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException failure) {
        if (failure.getConstraintViolations().stream().anyMatch(ProblemMapper::isOfWholeBody)) {
            return answer(bodyMissing());
        }
        var errors = new ArrayList<FieldError>();
        for (var violation : failure.getConstraintViolations()) {
            errors.add(error(violation));
        }
        // an empty text is said once: that it is missing says more than that it is too short
        errors.removeIf(error -> error.code().equals("SIZE")
                && errors.stream()
                        .anyMatch(other -> other.code().equals("NOT_BLANK")
                                && other.pointer().equals(error.pointer())));
        errors.sort((a, b) -> a.pointer().compareTo(b.pointer()));
        return answer(new ProblemException(ErrorCode.VALIDATION_FAILED, errors));
    }

    /** An argument that must be there, and is none of the address: nothing was sent, or {@code null}. */
    private static boolean isOfWholeBody(ConstraintViolation<?> violation) {
        MethodNode method = null;
        ParameterNode last = null;
        for (var node : violation.getPropertyPath()) {
            method = node.getKind() == ElementKind.METHOD ? node.as(MethodNode.class) : method;
            last = node.getKind() == ElementKind.PARAMETER ? node.as(ParameterNode.class) : null;
        }
        if (method == null || last == null || !constraint(violation).equals("NOT_NULL")) {
            return false;
        }
        // what stands in front of the resource has its methods without their annotations
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            for (var one : type.getDeclaredMethods()) {
                if (one.getName().equals(method.getName())
                        && List.of(one.getParameterTypes()).equals(method.getParameterTypes())
                        && isOfAddress(one.getParameterAnnotations()[last.getParameterIndex()])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOfAddress(Annotation[] said) {
        return Arrays.stream(said)
                .anyMatch(one -> one.annotationType().getPackageName().equals(QueryParam.class.getPackageName()));
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        var pointer = pointer(violation);
        var code = constraint(violation);
        var example = code.equals("PATTERN") ? Expected.like(pointer, code, violation) : null;
        if (example != null) {
            return example;
        }
        boolean isOfItems = code.equals("SIZE") && violation.getInvalidValue() instanceof Collection;
        return new FieldError(
                pointer, code, isOfItems ? "problem.expected.ITEMS" : "problem.error." + code, figures(violation));
    }

    @ServerExceptionMapper({JacksonException.class, JsonMappingException.class, MismatchedInputException.class})
    public Response unreadable(JacksonException failure) {
        return answer(unreadableProblem(failure));
    }

    @ServerExceptionMapper
    public Response refusedByFramework(WebApplicationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem(problem);
            }
            if (cause instanceof JacksonException json) {
                return unreadable(json);
            }
        }
        int status = failure.getResponse().getStatus();
        var code = isOtherMethod(status) ? ErrorCode.METHOD_NOT_ALLOWED : BY_STATUS.get(status);
        if (code == null) {
            return status >= 500 ? unexpected(failure) : failure.getResponse();
        }
        var answer = answer(new ProblemException(code));
        return code == ErrorCode.METHOD_NOT_ALLOWED
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, String.join(", ", addresses.methods(uri.getPath())))
                        .build()
                : answer;
    }

    /** The framework looks in one class for a method that another has at this address, and tells 404. */
    private boolean isOtherMethod(int status) {
        var methods = status == 404 ? addresses.methods(uri.getPath()) : Set.<String>of();
        return !methods.isEmpty() && !methods.contains(http.method().name());
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unauthenticated(SecurityException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem(problem);
            }
        }
        var code =
                failure instanceof AuthenticationFailedException ? ErrorCode.INVALID_TOKEN : ErrorCode.UNAUTHENTICATED;
        return answer(new ProblemException(code));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return answer(new ProblemException(ErrorCode.FORBIDDEN));
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleObjectStateException.class})
    public Response stale(RuntimeException failure) {
        return answer(new ProblemException(ErrorCode.STALE_VERSION));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        var duplicate = Transactions.duplicateKey(failure);
        if (duplicate != null) {
            LOG.infof("request %s: key %s is taken", caller.requestId(), SqlTraces.keyOf(duplicate));
            return answer(new ProblemException(ErrorCode.ALREADY_EXISTS));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem(problem);
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleObjectStateException) {
                return answer(new ProblemException(ErrorCode.STALE_VERSION));
            }
        }
        if (isOfForm(failure)) {
            return answer(new ProblemException(ErrorCode.MALFORMED_REQUEST, FieldError.of("", "FORM_UNREADABLE")));
        }
        if (ForeignText.isIn(failure)) {
            // Each place should refuse it by its name: whoever reads this line gives that place its pattern.
            LOG.warnf("request %s: %s met letters that its column cannot hold", caller.requestId(), caller.operation());
            return answer(new ProblemException(ErrorCode.VALIDATION_FAILED, FieldError.of("", "TEXT_FOREIGN")));
        }
        if (Transactions.isPassing(failure) || StatementLimits.hasEnded(failure)) {
            return problem(ProblemException.retryLater(ErrorCode.UNAVAILABLE, 2, failure));
        }
        LOG.errorf(failure, "request %s failed", caller.requestId());
        return answer(new ProblemException(ErrorCode.INTERNAL));
    }

    /** What the framework's reader of forms throws has no type of its own: only where it was thrown tells. */
    private static boolean isOfForm(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (var frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("org.jboss.resteasy.reactive.server.core.multipart.")) {
                    return true;
                }
            }
        }
        return false;
    }

    private Response answer(ProblemException failure) {
        var body = Problem.of(failure, caller.locale(), caller.requestId()).below(clients.prefix(http));
        var answer = Response.status(failure.code().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, caller.locale().getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body);
        if (failure.code().status() == 401) {
            var error = failure.code() == ErrorCode.INVALID_TOKEN ? ", error=\"invalid_token\"" : "";
            // RFC 9728: where it says who issues tokens for us
            var where = ", resource_metadata=\"" + ourselves + "/.well-known/oauth-protected-resource\"";
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"karier\"" + error + where);
        }
        if (AccessFilter.SCOPE_MISSING.equals(failure.sentence())) {
            // RFC 6750, section 3.1
            answer.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"karier\", error=\"insufficient_scope\", scope=\""
                            + failure.figures().get(0) + '"');
        }
        if (failure.retryAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds());
        }
        return answer.build();
    }

    static ProblemException unreadableProblem(JacksonException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedJson refused) {
                return new ProblemException(
                        ErrorCode.MALFORMED_REQUEST, FieldError.of(refused.pointer(), refused.code()));
            }
        }
        if (failure instanceof UnknownMembers.Found found) {
            return new ProblemException(ErrorCode.UNKNOWN_MEMBER, found.errors());
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return new ProblemException(
                    ErrorCode.UNKNOWN_MEMBER, Expected.member(pointer(unknown), unknown.getKnownPropertyIds()));
        }
        if (failure.getCause() instanceof StreamConstraintsException || failure instanceof StreamConstraintsException) {
            return new ProblemException(ErrorCode.MALFORMED_REQUEST, FieldError.of("", "TOO_DEEP_OR_LONG"));
        }
        if (failure instanceof MismatchedInputException mismatch && isEmpty(mismatch)) {
            return bodyMissing();
        }
        // JSON it is, but of another shape: at a place within it, or as a whole
        if (failure instanceof JsonMappingException mapping
                && (!mapping.getPath().isEmpty() || failure instanceof MismatchedInputException)) {
            return new ProblemException(ErrorCode.MALFORMED_REQUEST, Expected.value(pointer(mapping), mapping));
        }
        var where = failure.getLocation();
        return new ProblemException(
                ErrorCode.MALFORMED_REQUEST,
                FieldError.of(
                        "",
                        "NOT_JSON",
                        String.valueOf(where == null ? 1 : where.getLineNr()),
                        String.valueOf(where == null ? 1 : where.getColumnNr())));
    }

    private static ProblemException bodyMissing() {
        return new ProblemException(ErrorCode.MALFORMED_REQUEST, FieldError.of("", "BODY_MISSING"));
    }

    /** Jackson has met no token at all; its parser, which has been closed since, does not tell any more. */
    private static boolean isEmpty(MismatchedInputException failure) {
        return failure.getPath().isEmpty() && failure.getOriginalMessage().startsWith("No content to map");
    }

    /** The JSON pointer of the place that could not be read. */
    public static String pointer(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String escape(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    /** Drops the method and parameter of the path; a query parameter keeps its bare name. */
    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        boolean inBody = false;
        String parameter = "";
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                inBody = true;
                if (node.getIndex() != null) {
                    pointer.append('/').append(node.getIndex());
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    pointer.append('/').append(node.getName());
                } else if (node.getKey() != null) {
                    pointer.append('/').append(node.getKey());
                }
            }
        }
        return inBody ? pointer.toString() : parameter;
    }

    /** {@code NotNull} → {@code NOT_NULL}. */
    private static String constraint(ConstraintViolation<?> violation) {
        var name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static List<Object> figures(ConstraintViolation<?> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        var figures = new ArrayList<Object>();
        for (var name : List.of("min", "max", "value", "regexp")) {
            if (attributes.get(name) != null) {
                figures.add(String.valueOf(attributes.get(name)));
            }
        }
        return figures;
    }
}
