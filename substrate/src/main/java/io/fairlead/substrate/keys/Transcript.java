package io.fairlead.substrate.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cafe.cryptography.curve25519.Scalar;

/**
 * A Merlin transcript (version 1.0): labelled messages in, challenges out. Mutable, for one thread.
 * {@link #witness} is the transcript's own random generator as schnorrkel uses it.
 */
final class Transcript {

  private static final Strobe MERLIN = new Strobe("Merlin v1.0".getBytes(US_ASCII));

  private final Strobe strobe;

  private Transcript(Strobe strobe) {
    this.strobe = strobe;
  }

  static Transcript named(String label) {
    Transcript transcript = new Transcript(MERLIN.copy());
    transcript.append(label("dom-sep"), label(label));
    return transcript;
  }

  static byte[] label(String text) {
    return text.getBytes(US_ASCII);
  }

  Transcript copy() {
    return new Transcript(strobe.copy());
  }

  void append(byte[] label, byte[] message) {
    strobe.metaData(label, false);
    strobe.metaData(length(message.length), true);
    strobe.associatedData(message);
  }

  byte[] challenge(byte[] label, int size) {
    strobe.metaData(label, false);
    strobe.metaData(length(size), true);
    byte[] out = new byte[size];
    strobe.squeeze(out);
    return out;
  }

  Scalar challengeScalar(byte[] label) {
    return Scalar.fromBytesModOrderWide(challenge(label, 64));
  }

  /** Secret bytes bound to all that was said, to each seed and to the entropy; says nothing itself. */
  byte[] witness(byte[] label, int size, byte[] entropy, byte[]... seeds) {
    Strobe random = strobe.copy();
    for (byte[] seed : seeds) {
      random.metaData(label, false);
      random.metaData(length(seed.length), true);
      random.key(seed);
    }
    random.metaData(label("rng"), false);
    random.key(entropy);
    random.metaData(length(size), false);
    byte[] out = new byte[size];
    random.squeeze(out);
    return out;
  }

  private static byte[] length(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16),
        (byte) (value >> 24)};
  }
}
