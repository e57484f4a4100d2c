package io.verigate.api.common.admission;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Set;

/// The way in and out of one connection: calls that change something begin when they are admitted, and are refused here
/// otherwise, before their body is read or their key is looked at. Reading goes past, so that an operator sees a service
/// that has too much to do. Used by the connection's own thread.
///
/// When a caller hangs up, what it asked for is taken as ended, though the ledger may still be at it.
final class AdmissionHandler extends ChannelDuplexHandler {
    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AdmissionLimiter admission;

    /// Calls that are not answered yet, in order: whether each was counted.
    private final ArrayDeque<Boolean> open = new ArrayDeque<>(1);

    /// Whether the rest of a refused call is still coming in.
    private boolean ignoring;

    AdmissionHandler(AdmissionLimiter admission) {
        this.admission = admission;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            boolean reading = READING.contains(request.method());
            boolean admitted = !reading && admission.enter(1);
            // A pipelined call is not refused: that would be answered before the one ahead of it.
            ignoring = !reading && !admitted && open.isEmpty();
            if (ignoring) {
                refuse(context, request);
            } else {
                open.add(admitted);
            }
        }
        if (!ignoring) {
            context.fireChannelRead(message);
            return;
        }
        ignoring = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        context.read(); // nobody behind saw the message, so nobody asks for the next one
    }

    private static void refuse(ChannelHandlerContext context, HttpRequest request) {
        // Who waits for `100 Continue` may send the body or not: nobody knows where the next call
        // would begin.
        boolean last = !HttpUtil.isKeepAlive(request) || HttpUtil.is100ContinueExpected(request);
        ChannelFuture written =
                context.writeAndFlush(
                        OverloadProblem.answer(context.alloc(), request.headers(), last));
        if (last) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message) && !open.isEmpty()) {
            leave(open.remove());
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        open.forEach(this::leave);
        open.clear();
        context.fireChannelInactive();
    }

    private void leave(boolean counted) {
        if (counted) {
            admission.leave(1);
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
