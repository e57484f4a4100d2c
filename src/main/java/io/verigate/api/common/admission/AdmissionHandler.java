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

/// Limits admission on one connection. Requests that change something start when they are admitted; others are rejected
/// before their body is read or their key is checked. Reads always pass, so that operators can observe an overloaded
/// service. Used by the connection's event loop only.
///
/// When a client disconnects, its requests count as finished, although the ledger may still be working on them.
final class AdmissionHandler extends ChannelDuplexHandler {
    private static final Set<HttpMethod> SAFE_METHODS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AdmissionLimiter admission;

    /// Requests without a response yet, in order: whether each was admitted.
    private final ArrayDeque<Boolean> pending = new ArrayDeque<>(1);

    /// Whether the rest of a rejected request is still arriving.
    private boolean discarding;

    AdmissionHandler(AdmissionLimiter admission) {
        this.admission = admission;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            boolean read = SAFE_METHODS.contains(request.method());
            boolean admitted = !read && admission.enter(1);
            // A pipelined request is not rejected: its response would overtake the one before it.
            discarding = !read && !admitted && pending.isEmpty();
            if (discarding) {
                reject(context, request);
            } else {
                pending.add(admitted);
            }
        }
        if (!discarding) {
            context.fireChannelRead(message);
            return;
        }
        discarding = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        context.read(); // no later handler saw the message, so none requests the next one
    }

    private static void reject(ChannelHandlerContext context, HttpRequest request) {
        // A client that waits for `100 Continue` may or may not send the body, so the start of the
        // next request is unknown.
        boolean last = !HttpUtil.isKeepAlive(request) || HttpUtil.is100ContinueExpected(request);
        ChannelFuture written =
                context.writeAndFlush(
                        OverloadProblem.response(context.alloc(), request.headers(), last));
        if (last) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message) && !pending.isEmpty()) {
            leave(pending.remove());
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        pending.forEach(this::leave);
        pending.clear();
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
