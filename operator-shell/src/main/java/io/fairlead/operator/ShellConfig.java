package io.fairlead.operator;

import io.fairlead.operator.program.ProgramLimits;
import io.fairlead.substrate.keys.KeyPair;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of an operator shell, from {@code shell.yaml} ({@link ShellConfigReader}).
 *
 * @param url of the node, {@code ws://} or {@code wss://}
 * @param key that signs results; read from a file or the environment, never from the settings
 * @param data folder of the journal and of checked copies of programs; one shell at a time
 * @param programs folder with job programs, found by sha-256
 * @param sandbox what to do where programs cannot be sandboxed; {@code preferred}
 * @param limits of one run; 10 s, 128 MiB of heap, 1 MiB of output
 * @param concurrency programs that run at once; 2
 * @param attemptsMax failed runs after which a call is given up; 3
 * @param retryMin wait after the first failed run, doubled after each further one; 1 s
 * @param retryMax longest such wait, and the wait for a missing program; 60 s
 * @param eraBlocks for how many blocks a signature is valid, a power of two from 4; 64
 * @param drain how long running programs may go on when the shell is told to stop; 30 s
 */
public record ShellConfig(URI url, KeyPair key, Path data, Path programs, SandboxWish sandbox,
    ProgramLimits limits, int concurrency, int attemptsMax, Duration retryMin, Duration retryMax,
    int eraBlocks, Duration drain) {

  /** What to do where programs cannot be sandboxed. */
  public enum SandboxWish {
    /** Do not start. */
    REQUIRED,
    /** Run programs as plain children and say so. */
    PREFERRED,
    /** Run programs as plain children even where a sandbox works. */
    NONE
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ShellConfig[" + url + ", data " + data + ", programs " + programs + "]";
  }
}
