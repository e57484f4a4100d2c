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

/// The response to requests that are rejected because of overload.
public final class OverloadProblem {
    /// In seconds. The limit adapts within one second.
    public static final String RETRY_AFTER = "1";

    /// Its problem, without an instance.
    public static final Problem PROBLEM =
            Problem.of(
                    ProblemKind.UNAVAILABLE,
                    "the service is overloaded and nothing was done: retry after `Retry-After`");

    private OverloadProblem() {}

    /// Returns the complete response, including the headers that every response has.
    ///
    /// @param request headers of the request
    /// @param last whether the connection is closed after it
    static FullHttpResponse response(
            ByteBufAllocator allocator, HttpHeaders request, boolean last) {
        String id = RequestIds.accept(request.get(RequestIds.HEADER));
        ByteBuf body = ByteBufUtil.writeUtf8(allocator, Json.text(PROBLEM.during(id)));
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
