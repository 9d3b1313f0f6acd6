package id.karier.app;

import static io.netty.handler.codec.http.HttpHeaderNames.ACCEPT_LANGUAGE;
import static io.netty.handler.codec.http.HttpHeaderNames.CACHE_CONTROL;
import static io.netty.handler.codec.http.HttpHeaderNames.CONNECTION;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_ENCODING;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LANGUAGE;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderNames.HOST;
import static io.netty.handler.codec.http.HttpHeaderNames.TRANSFER_ENCODING;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.web.BareProblems;
import id.karier.kernel.web.Problem;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server refuses before there is a request for the application: an address that is none, a header that is too
 * large, an origin that may not ask. The server answers with a status and nothing else; here, between it and the wire, every
 * such answer becomes a problem that says what to do.
 */
@ApplicationScoped
public class WireProblems {
    private static final String NAME = "karier-wire-problems";
    private static final String FOLDS = "karier-folded-headers";

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:[A-Za-z0-9._~%!$&'()*+,=-]+|\\[[0-9A-Fa-f:.%]+])(?::(\\d{1,5}))?");

    private static final int LAST_PORT = 65_535;

    private static final Map<Integer, ErrorCode> CODES = Map.ofEntries(
            Map.entry(400, ErrorCode.REQUEST_UNREADABLE),
            Map.entry(403, ErrorCode.ORIGIN_REFUSED),
            Map.entry(404, ErrorCode.NOT_FOUND),
            Map.entry(405, ErrorCode.METHOD_NOT_ALLOWED),
            Map.entry(406, ErrorCode.NOT_ACCEPTABLE),
            Map.entry(408, ErrorCode.REQUEST_TIMEOUT),
            Map.entry(413, ErrorCode.BODY_TOO_LARGE),
            Map.entry(414, ErrorCode.URI_TOO_LONG),
            Map.entry(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE),
            Map.entry(431, ErrorCode.HEADERS_TOO_LARGE),
            Map.entry(500, ErrorCode.INTERNAL),
            Map.entry(503, ErrorCode.UNAVAILABLE));

    private final BareProblems problems;

    WireProblems(BareProblems problems) {
        this.problems = problems;
    }

    /** Into a connection on which HTTP is spoken, once. */
    void watch(ChannelPipeline connection) {
        var encoder = connection.context(HttpResponseEncoder.class);
        if (encoder != null && connection.get(NAME) == null) {
            var folds = new FoldedHeaders(problems);
            var decoder = connection.context(HttpRequestDecoder.class);
            if (decoder != null) {
                connection.addBefore(decoder.name(), FOLDS, folds);
            }
            connection.addAfter(encoder.name(), NAME, new Answers(problems, folds));
        }
    }

    private record Asked(HttpMethod method, @Nullable String languages) {}

    /** Of one connection; used on its event loop only. */
    private static final class Answers extends ChannelDuplexHandler {
        private final BareProblems problems;
        private final ArrayDeque<Asked> open = new ArrayDeque<>();
        private boolean begun;
        private boolean ended;
        private final FoldedHeaders folds;

        Answers(BareProblems problems, FoldedHeaders folds) {
            this.problems = problems;
            this.folds = folds;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (ended) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof HttpRequest request) {
                open.add(new Asked(request.method(), request.headers().get(ACCEPT_LANGUAGE)));
                if (isAmbiguous(request) || (open.size() == 1 && lacksHost(request))) {
                    refuse(context, message);
                    return;
                }
            } else if (message instanceof HttpContent content
                    && content.decoderResult().isFailure()
                    && open.size() == 1
                    && !begun) {
                refuse(context, message);
                return;
            }
            context.fireChannelRead(message);
        }

        /** What another server on the way might read otherwise, and so see another request (RFC 9112, sections 3.2, 5.2, 6). */
        private static boolean isAmbiguous(HttpRequest request) {
            var codings = request.headers().getAll(TRANSFER_ENCODING);
            boolean coded = !codings.isEmpty();
            return request.headers().getAll(HOST).size() > 1
                    || (coded && (codings.size() > 1 || !codings.get(0).strip().equalsIgnoreCase("chunked")))
                    || (coded && request.headers().contains(CONTENT_LENGTH));
        }

        private static boolean lacksHost(HttpRequest request) {
            return request.decoderResult().isSuccess()
                    && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                    && !isHost(request.headers().get(HOST, ""));
        }

        private static boolean isHost(String said) {
            var host = HOST_AND_PORT.matcher(said.strip());
            return host.matches() && (host.group(1) == null || Integer.parseInt(host.group(1)) <= LAST_PORT);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // whether it arrives changes nothing: the connection ends
        private void refuse(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
            ended = true;
            if (open.size() > 1) {
                // an answer now would stand before those that are still owed
                context.close();
                return;
            }
            begun = true;
            var answer =
                    problem(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, ErrorCode.REQUEST_UNREADABLE, null);
            answer.headers().set(CONNECTION, "close");
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // whoever writes holds the promise
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            var written = message;
            if (message instanceof HttpResponse response && response.status().code() >= 200) {
                begun = true;
                if (message instanceof FullHttpResponse whole && saysNothing(whole)) {
                    var code = CODES.get(whole.status().code());
                    written = code == null ? whole : inWords(whole, code);
                }
            }
            if (message instanceof LastHttpContent) {
                if (begun) {
                    folds.next();
                }
                begun = false;
                open.poll();
            }
            context.write(written, promise);
        }

        private boolean saysNothing(FullHttpResponse answer) {
            var asked = open.peek();
            return answer.status().code() >= 400
                    && !answer.content().isReadable()
                    && !answer.headers().contains(CONTENT_TYPE)
                    && (asked == null || !asked.method().equals(HttpMethod.HEAD));
        }

        private FullHttpResponse inWords(FullHttpResponse empty, ErrorCode code) {
            var requestId = empty.headers().get("X-Request-Id");
            var answer = problem(empty.protocolVersion(), empty.status(), code, requestId);
            empty.headers().forEach(header -> {
                if (!answer.headers().contains(header.getKey())) {
                    answer.headers().add(header.getKey(), header.getValue());
                }
            });
            answer.headers().remove(CONTENT_ENCODING);
            ReferenceCountUtil.release(empty);
            return answer;
        }

        private FullHttpResponse problem(
                HttpVersion version, HttpResponseStatus status, ErrorCode code, @Nullable String requestId) {
            var asked = open.peek();
            var bare = problems.of(code, asked == null ? null : asked.languages(), requestId);
            var answer = new DefaultFullHttpResponse(version, status, Unpooled.wrappedBuffer(bare.body()));
            answer.headers()
                    .set(CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .set(CONTENT_LENGTH, bare.body().length)
                    .set(CONTENT_LANGUAGE, bare.language())
                    .set(CACHE_CONTROL, "no-store")
                    .set("X-Content-Type-Options", "nosniff")
                    .set("X-Request-Id", bare.requestId());
            return answer;
        }
    }
}
