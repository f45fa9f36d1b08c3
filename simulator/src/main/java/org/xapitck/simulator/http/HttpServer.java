package org.xapitck.simulator.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelGroupFuture;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.xapitck.simulator.tls.Identity;

/** The listening socket and the few threads that serve all connections. */
public final class HttpServer implements AutoCloseable {
  /** 4 threads at most: calls never wait on a thread, so more would only take turns. */
  private static final int MAX_THREADS = 4;

  private final EventLoopGroup threads;
  private final Channel listener;
  private final ChannelGroup connections;

  private HttpServer(EventLoopGroup threads, Channel listener, ChannelGroup connections) {
    this.threads = threads;
    this.connections = connections;
    this.listener = listener;
  }

  /**
   * Starts to listen.
   *
   * @param address where; port 0 takes a free one
   * @param current what it serves, asked for with each request
   * @param door answers beside the API
   * @param tls what it proves itself by over https; empty for http
   * @throws IOException if the address is taken or not this machine's
   */
  public static HttpServer start(
      InetSocketAddress address,
      Supplier<Serving> current,
      Optional<SideDoor> door,
      HttpLimits limits,
      Optional<Identity> tls)
      throws IOException {
    Optional<SslContext> secure = secure(tls);
    ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    int count = Math.min(MAX_THREADS, Math.max(2, Runtime.getRuntime().availableProcessors()));
    EventLoopGroup threads =
        new MultiThreadIoEventLoopGroup(
            count, new DefaultThreadFactory("xapi-simulator", true), NioIoHandler.newFactory());
    ChannelFuture bound =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(new Connections(current, door, limits, secure, connections))
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      threads.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    return new HttpServer(threads, bound.channel(), connections);
  }

  private static Optional<SslContext> secure(Optional<Identity> tls) throws IOException {
    if (tls.isEmpty()) {
      return Optional.empty();
    }
    Identity identity = tls.get();
    return Optional.of(
        SslContextBuilder.forServer(identity.key(), identity.chain())
            .sslProvider(SslProvider.JDK)
            .build());
  }

  /** Where it listens, with the port that was taken. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Cuts every connection but those on which the side door was used. */
  public void dropConnections() {
    ChannelGroupFuture closed =
        connections.close(connection -> !connection.hasAttr(SideDoorHandler.USED));
    // a thread of the server closes some of them itself, and must not wait for that
    if (StreamSupport.stream(threads.spliterator(), false).noneMatch(EventExecutor::inEventLoop)) {
      closed.awaitUninterruptibly();
    }
  }

  /** Waits until the server is closed. */
  public void await() {
    listener.closeFuture().awaitUninterruptibly();
  }

  /** Closes the socket and every connection; a call under way gets no answer. */
  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static final class Connections extends ChannelInitializer<SocketChannel> {
    private final Supplier<Serving> current;
    private final Optional<SideDoor> door;
    private final HttpLimits limits;
    private final Optional<SslContext> secure;
    private final ChannelGroup connections;

    Connections(
        Supplier<Serving> current,
        Optional<SideDoor> door,
        HttpLimits limits,
        Optional<SslContext> secure,
        ChannelGroup connections) {
      this.current = current;
      this.door = door;
      this.limits = limits;
      this.secure = secure;
      this.connections = connections;
    }

    @Override
    protected void initChannel(SocketChannel connection) {
      HttpDecoderConfig config =
          new HttpDecoderConfig()
              .setMaxInitialLineLength(limits.headBytes())
              .setMaxHeaderSize(limits.headBytes())
              .setValidateHeaders(false);
      HeadTimer timer = new HeadTimer(limits);
      secure.ifPresent(
          context -> connection.pipeline().addLast(context.newHandler(connection.alloc())));
      connection
          .pipeline()
          .addLast(timer)
          .addLast(new HttpRequestDecoder(config))
          .addLast(new AnswerEncoder())
          .addLast(timer.new Disarm())
          // holds back what was decoded already while a call is being answered
          .addLast(new FlowControlHandler());
      // before all that a fault can reach
      door.ifPresent(side -> connection.pipeline().addLast(new SideDoorHandler(side)));
      Moment moment = new Moment(current);
      connection
          .pipeline()
          .addLast(new HeaderRules(moment))
          .addLast(new StreamHandler(moment, limits))
          .addLast(new RequestHandler(moment, limits));
      connections.add(connection);
      // one that was accepted just before the end may come here after the others were closed
      if (!connection.parent().isOpen()) {
        connection.close();
      }
    }
  }
}
