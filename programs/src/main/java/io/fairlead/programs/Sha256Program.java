package io.fairlead.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of up to 1,024 bytes. Reads one argument {@code List(Uint8, bytes)} from standard input,
 * writes one result {@code List(Uint8, 32 bytes)} to standard output and exits with 0. Any other input
 * gives nothing on standard output, one line on standard error and exit code 1.
 */
public final class Sha256Program {

  private Sha256Program() {}

  /** Runs the program on the process's own streams; takes no arguments. */
  public static void main(String[] args) throws IOException {
    System.exit(run(System.in, System.out, System.err));
  }

  /** Runs the program on the given streams and returns its exit code. */
  static int run(InputStream in, OutputStream out, PrintStream err) throws IOException {
    // one byte more than the longest good input, so that a longer one is seen without reading it all
    byte[] input = in.readNBytes(ByteList.ENCODED_MAX + 1);
    return switch (ByteList.decode(input)) {
      case ByteList.Decoded.Bytes bytes -> {
        out.write(ByteList.encode(sha256(bytes.value())));
        out.flush();
        yield 0;
      }
      case ByteList.Decoded.Bad bad -> {
        err.println("sha256: " + bad.reason());
        yield 1;
      }
    };
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
