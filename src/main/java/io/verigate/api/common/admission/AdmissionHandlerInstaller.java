package io.verigate.api.common.admission;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/// Puts a door into every connection, right before the server's own part of it.
@Singleton
@Requires(beans = AdmissionLimiter.class) // commands have no server, and so no doors
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
        return role == ChannelRole.LISTENER ? this : new Fitting(channel, admission);
    }

    private record Fitting(Channel channel, AdmissionLimiter admission)
            implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline()
                    .addBefore(
                            ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                            "door",
                            new AdmissionHandler(admission));
        }
    }
}
