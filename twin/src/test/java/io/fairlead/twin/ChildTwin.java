package io.fairlead.twin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A twin in a process of its own, to be killed. */
final class ChildTwin {
  private ChildTwin() {}

  /**
   * Follows the node at the first argument from genesis, in the folder of the second, until its input
   * ends.
   */
  public static void main(String[] args) throws Unusable, IOException {
    Twin twin = Twin.start(
        TwinConfig.of(List.of(URI.create(args[0])), Path.of(args[1]), new From.Genesis()));
    System.out.println("api " + twin.api());
    System.out.flush();
    System.in.transferTo(OutputStream.nullOutputStream());
    twin.close();
  }
}
