package id.karier.app;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.web.BareProblems;
import id.karier.kernel.web.Problem;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * Refuses a header that is continued on the next line (RFC 9112, section 5.2). The decoder behind it joins the lines without
 * a word, and what another server on the way makes of them may be another request. Of one connection; used on its event loop.
 */
final class FoldedHeaders extends ChannelInboundHandlerAdapter {
    private final BareProblems problems;
    private boolean inHeader = true;
    private boolean ended;

    /** Bytes of the present line, and whether any line came before it. */
    private int length;

    private boolean begun;

    FoldedHeaders(BareProblems problems) {
        this.problems = problems;
    }

    /** The answer is out: what comes now is another request. */
    void next() {
        inHeader = true;
        begun = false;
        length = 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (ended) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (inHeader && message instanceof ByteBuf bytes && folds(bytes)) {
            ReferenceCountUtil.release(message);
            refuse(context);
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean folds(ByteBuf bytes) {
        for (int i = bytes.readerIndex(); i < bytes.writerIndex() && inHeader; i++) {
            byte letter = bytes.getByte(i);
            if (letter == '\n') {
                inHeader = length > 0 || !begun;
                begun |= length > 0;
                length = 0;
            } else if (length == 0 && begun && (letter == ' ' || letter == '\t')) {
                return true;
            } else if (letter != '\r') {
                length++;
            }
        }
        return false;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whether it arrives changes nothing: the connection ends
    private void refuse(ChannelHandlerContext context) {
        ended = true;
        var bare = problems.of(ErrorCode.REQUEST_UNREADABLE, null, null);
        var head = "HTTP/1.1 400 Bad Request\r\nContent-Type: " + Problem.MEDIA_TYPE + "\r\nContent-Length: "
                + bare.body().length + "\r\nContent-Language: " + bare.language()
                + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nX-Request-Id: " + bare.requestId()
                + "\r\nConnection: close\r\n\r\n";
        context.writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), bare.body()))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
