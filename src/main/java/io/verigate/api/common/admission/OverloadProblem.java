package io.verigate.api.common.admission;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.verigate.api.common.json.Json;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequestIds;

/// What a call is told that comes while there is too much to do.
public final class OverloadProblem {
    /// Seconds. The bound adapts within one; callers who all come back at the same time meet it again.
    public static final String RETRY_AFTER = "1";

    private static final Problem PROBLEM =
            Problem.of(
                    ProblemKind.UNAVAILABLE,
                    "more is asked for than can be decided in time, and nothing was done: repeat it after `Retry-After`");

    private OverloadProblem() {}

    /// The problem, named by the request that it answers.
    public static Problem problem(String requestId) {
        return PROBLEM.during(requestId);
    }

    /// The whole answer, with the headers that every answer has.
    ///
    /// @param request headers of the request
    /// @param last whether the connection ends with it
    static FullHttpResponse answer(ByteBufAllocator allocator, HttpHeaders request, boolean last) {
        String id = RequestIds.choose(request.get(RequestIds.HEADER));
        ByteBuf body = ByteBufUtil.writeUtf8(allocator, Json.text(problem(id)));
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.SERVICE_UNAVAILABLE, body);
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        headers.set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER);
        headers.set(RequestIds.HEADER, id);
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        headers.set("X-Content-Type-Options", "nosniff");
        if (last) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }
}
