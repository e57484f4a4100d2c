package io.verigate.api.common.admission;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/// Adds an `AdmissionHandler` to every connection, before the server's own handler.
@Singleton
@Requires(beans = AdmissionLimiter.class) // commands have no server
final class AdmissionHandlerInstaller
        implements BeanCreatedEventListener<NettyServerCustomizer.Registry>, NettyServerCustomizer {
    private final AdmissionLimiter admission;

    AdmissionHandlerInstaller(AdmissionLimiter admission) {
        this.admission = admission;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(this);
        return event.getBean();
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return role == ChannelRole.LISTENER ? this : new ConnectionCustomizer(channel, admission);
    }

    private record ConnectionCustomizer(Channel channel, AdmissionLimiter admission)
            implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline()
                    .addBefore(
                            ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                            "admission",
                            new AdmissionHandler(admission));
        }
    }
}
