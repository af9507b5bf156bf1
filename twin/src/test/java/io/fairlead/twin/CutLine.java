package io.fairlead.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a node that breaks after some bytes, in the middle of whatever is on it. */
final class CutLine implements AutoCloseable {
  private final ServerSocket server;
  private final URI node;
  private final SplittableRandom random;
  private final int bytesMax;
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean isWhole = true;

  CutLine(URI node, long seed, int bytesMax) throws IOException {
    this.node = node;
    this.random = new SplittableRandom(seed);
    this.bytesMax = bytesMax;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  URI url() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort());
  }

  /** From now on it breaks. */
  void tear() {
    isWhole = false;
  }

  /** From now on it does not break any more. */
  void mend() {
    isWhole = true;
  }

  int cuts() {
    return cuts.get();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket twin = server.accept();
        var far = new Socket(node.getHost(), node.getPort());
        int bytes = 2_000 + random.nextInt(bytesMax);
        Thread.ofVirtual().start(() -> copy(twin, far, Integer.MAX_VALUE));
        Thread.ofVirtual().start(() -> copy(far, twin, bytes));
      } catch (IOException closed) {
        continue;
      }
    }
  }

  private void copy(Socket from, Socket to, int bytesLeft) {
    var buffer = new byte[997];
    int left = bytesLeft;
    try (from; to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (read >= left && !isWhole) {
          out.write(buffer, 0, left);
          out.flush();
          cuts.incrementAndGet();
          return;
        }
        left -= isWhole ? 0 : read;
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException cut) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
