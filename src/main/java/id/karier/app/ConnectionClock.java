package id.karier.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose request does not begin: nothing sent after connecting, or a header that comes in drops. The
 * idle timeout of the server does not see the latter, since each drop begins it anew, and Vert.x has no other; so the
 * accepted connections are watched in Netty, below it.
 */
@ApplicationScoped
public class ConnectionClock {
    private static final Logger LOG = Logger.getLogger(ConnectionClock.class);
    private static final String ACCEPT = "karier-connection-clock";
    private static final String HTTP_2 = "PRI * HTTP/2";
    private static final AttributeKey<HeaderDeadline> DEADLINE = AttributeKey.valueOf("karier.header-deadline");

    /** Before every other filter: a request has begun, whatever becomes of it. */
    private static final int FIRST = 11_000;

    /** When every port is surely open, that of the management too. */
    private static final long AGAIN_AFTER_MILLIS = 3_000;

    private final Vertx vertx;
    private final WireProblems problems;
    private final NetworkShare shares;
    private final Duration patience;

    ConnectionClock(
            Vertx vertx,
            WireProblems problems,
            NetworkShare shares,
            @ConfigProperty(name = "karier.limits.header-patience") Duration patience) {
        this.vertx = vertx;
        this.problems = problems;
        this.shares = shares;
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(ConnectionClock::begun, FIRST);
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(ConnectionClock::begun);
    }

    void opened(@ObservesAsync HttpServerStart server) {
        watchPorts();
        vertx.setTimer(AGAIN_AFTER_MILLIS, timer -> watchPorts());
    }

    private static void begun(RoutingContext http) {
        if (http.request().connection() instanceof ConnectionBase connection) {
            var deadline = connection.channel().attr(DEADLINE).get();
            if (deadline != null) {
                deadline.requestBegan();
                http.addEndHandler(ended -> deadline.requestEnded());
            }
        }
        http.next();
    }

    private void watchPorts() {
        var accepted = new Accepted(patience, problems, shares);
        for (var loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (loop instanceof SingleThreadEventLoop acceptor) {
                acceptor.execute(() -> acceptor.registeredChannelsIterator().forEachRemaining(port -> {
                    if (port instanceof ServerChannel && port.pipeline().get(ACCEPT) == null) {
                        port.pipeline().addFirst(ACCEPT, accepted);
                    }
                }));
            }
        }
    }

    /** Stands before Netty's own acceptor and puts the clock into each new connection. */
    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {
        private final Duration patience;
        private final WireProblems problems;
        private final NetworkShare shares;

        Accepted(Duration patience, WireProblems problems, NetworkShare shares) {
            this.patience = patience;
            this.problems = problems;
            this.shares = shares;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel connection) {
                if (!shares.takes(connection)) {
                    connection.unsafe().closeForcibly();
                    return;
                }
                var deadline = new HeaderDeadline(patience, problems);
                connection.attr(DEADLINE).set(deadline);
                connection.pipeline().addFirst(deadline);
            }
            context.fireChannelRead(message);
        }
    }

    /** Of one connection; used on its event loop only. */
    private static final class HeaderDeadline extends ChannelInboundHandlerAdapter {
        private final Duration patience;
        private final WireProblems problems;
        private @Nullable ScheduledFuture<?> end;
        private boolean spoken;

        /** Requests that have begun and are not answered; the next may begin before the last one is told to have ended. */
        private final AtomicInteger open = new AtomicInteger();

        HeaderDeadline(Duration patience, WireProblems problems) {
            this.patience = patience;
            this.problems = problems;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            begin(context);
            context.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (!spoken && message instanceof ByteBuf bytes && beginsHttp2(bytes)) {
                bytes.release();
                cut(context);
                return;
            }
            if (!spoken) {
                spoken = true;
                problems.watch(context.pipeline());
            }
            if (open.get() == 0 && end == null) {
                begin(context);
            }
            context.fireChannelRead(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            cancel();
            context.fireChannelInactive();
        }

        /** The greeting of HTTP/2, which is switched off and which Vert.x would otherwise report as an error of ours. */
        private static boolean beginsHttp2(ByteBuf bytes) {
            return bytes.isReadable(HTTP_2.length())
                    && bytes.toString(bytes.readerIndex(), HTTP_2.length(), StandardCharsets.US_ASCII)
                            .equals(HTTP_2);
        }

        void requestBegan() {
            open.incrementAndGet();
            cancel();
        }

        void requestEnded() {
            open.decrementAndGet();
        }

        private void begin(ChannelHandlerContext context) {
            end = context.executor().schedule(() -> cut(context), patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private static void cut(ChannelHandlerContext context) {
            var closing = context.close();
            LOG.debugf("a request did not begin in time, its connection is cut: %s", closing.isDone());
        }

        private void cancel() {
            if (end != null) {
                end.cancel(false);
                end = null;
            }
        }
    }
}
