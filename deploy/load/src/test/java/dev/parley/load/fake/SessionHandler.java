package dev.parley.load.fake;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** One socket of one user. */
final class SessionHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private final Office office;
    private final String user;

    SessionHandler(Office office, String user) {
        this.office = office;
        this.user = user;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
        office.take(user, ctx.channel(), Command.read(frame.text()));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        office.leave(user, ctx.channel());
    }
}
