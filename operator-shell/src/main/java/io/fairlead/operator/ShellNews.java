package io.fairlead.operator;

import io.fairlead.operator.plan.CallKey;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hash;
import java.util.SortedSet;

/**
 * What a running shell tells, in the order in which it happens to a call. Each piece is told when
 * it stands in the journal and before the next step begins; whoever listens must not block for
 * long.
 */
public sealed interface ShellNews {

  /** The shell is connected, has recovered and follows the chain from block {@code number} on. */
  record Ready(AccountId operator, long number, SortedSet<Long> services,
      String sandbox) implements ShellNews {}

  /** A call was taken on. */
  record Received(CallKey key) implements ShellNews {}

  /** A run of the program failed; there will be another unless {@link GivenUp} follows. */
  record AttemptFailed(CallKey key, int attempt, String reason) implements ShellNews {}

  /** The program answered, after {@code jobMillis} from start to exit. */
  record Done(CallKey key, long jobMillis) implements ShellNews {}

  /** The answer is signed; its bytes have not left. */
  record Signed(CallKey key, Hash extrinsic, long nonce) implements ShellNews {}

  /**
   * The pool has the answer.
   *
   * @param millis from hearing of the block with the call to the pool's answer, the program's own
   *     time excluded; −1 for a call that an earlier process received
   * @param jobMillis the program's time; 0 when an earlier process ran it
   */
  record Submitted(CallKey key, Hash extrinsic, double millis,
      long jobMillis) implements ShellNews {}

  /** The answer stands in finalized block {@code block}. */
  record Finalized(CallKey key, long block) implements ShellNews {}

  /** The call will not be answered. */
  record GivenUp(CallKey key, String reason) implements ShellNews {}

  /** All work that was begun is in the journal; the process may end. */
  record Stopped(int openCalls) implements ShellNews {}
}
