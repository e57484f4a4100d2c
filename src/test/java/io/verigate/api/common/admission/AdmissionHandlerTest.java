package io.verigate.api.common.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AdmissionHandlerTest {
    private final AdmissionLimiter admission = new AdmissionLimiter(() -> 0);
    private final EmbeddedChannel channel = new EmbeddedChannel(new AdmissionHandler(admission));

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void letsInAndCountsUntilTheAnswer() {
        channel.writeInbound(post());
        assertThat(channel.<FullHttpRequest>readInbound().release()).isTrue();
        assertThat(admission.inProgress()).isOne();

        answer(HttpResponseStatus.CONTINUE);
        assertThat(admission.inProgress()).isOne();
        answer(HttpResponseStatus.OK);
        assertThat(admission.inProgress()).isZero();
    }

    @Test
    void takesACallAsEndedWhenItsCallerHangsUp() {
        channel.writeInbound(post());
        channel.close();

        assertThat(admission.inProgress()).isZero();
    }

    @Test
    void refusesWithAProblemAndGoesOnAfterwards() {
        admission.enter(AdmissionLimiter.INITIAL_LIMIT);
        FullHttpRequest request = post();
        request.headers().set("X-Request-ID", "r-1");

        channel.writeInbound(request);

        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(request.refCnt()).isZero();
        FullHttpResponse refusal = channel.readOutbound();
        assertThat(refusal.status().code()).isEqualTo(503);
        assertThat(refusal.headers().get("Retry-After")).isEqualTo("1");
        assertThat(refusal.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refusal.headers().get("X-Request-ID")).isEqualTo("r-1");
        assertThat(refusal.headers().getInt("Content-Length"))
                .isEqualTo(refusal.content().readableBytes());
        assertThat(refusal.content().toString(StandardCharsets.UTF_8))
                .contains("problems/unavailable", "urn:verigate:request:r-1");
        refusal.release();
        assertThat(channel.isOpen()).isTrue();

        admission.leave(AdmissionLimiter.INITIAL_LIMIT);
        channel.writeInbound(post());
        assertThat(channel.<FullHttpRequest>readInbound().release()).isTrue();
    }

    @Test
    void throwsTheBodyOfARefusedCallAway() {
        admission.enter(AdmissionLimiter.INITIAL_LIMIT);

        channel.writeInbound(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/v1/decisions"),
                new DefaultHttpContent(ByteBufUtil.writeUtf8(channel.alloc(), "{")),
                new DefaultLastHttpContent(ByteBufUtil.writeUtf8(channel.alloc(), "}")));

        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(channel.<FullHttpResponse>readOutbound().release()).isTrue();
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @Test
    void closesWhereTheNextCallCouldNotBeFound() {
        admission.enter(AdmissionLimiter.INITIAL_LIMIT);
        FullHttpRequest request = post();
        request.headers().set("Expect", "100-continue");

        channel.writeInbound(request);

        FullHttpResponse refusal = channel.readOutbound();
        assertThat(refusal.headers().get("Connection")).isEqualTo("close");
        refusal.release();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void letsReadingPast() {
        admission.enter(AdmissionLimiter.INITIAL_LIMIT);

        channel.writeInbound(request(HttpMethod.GET));

        assertThat(channel.<FullHttpRequest>readInbound().release()).isTrue();
        assertThat(admission.rejected()).isZero();
    }

    @Test
    void neverAnswersAheadOfTheCallBefore() {
        channel.writeInbound(post());
        assertThat(channel.<FullHttpRequest>readInbound().release()).isTrue();
        admission.enter(AdmissionLimiter.INITIAL_LIMIT - 1);

        channel.writeInbound(post());

        assertThat(channel.<FullHttpRequest>readInbound().release()).isTrue();
        assertThat(channel.<Object>readOutbound()).isNull();
        answer(HttpResponseStatus.OK);
        answer(HttpResponseStatus.OK);
        assertThat(admission.inProgress()).isEqualTo(AdmissionLimiter.INITIAL_LIMIT - 1);
    }

    private void answer(HttpResponseStatus status) {
        channel.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER));
        channel.releaseOutbound();
    }

    private static FullHttpRequest post() {
        return request(HttpMethod.POST);
    }

    private static FullHttpRequest request(HttpMethod method) {
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, method, "/v1/decisions", Unpooled.buffer().writeByte('{'));
    }
}
