package io.fairlead.twin.fact;

/** Why a value of storage changed, as far as the block tells. */
public sealed interface Cause {

  /** Exactly one extrinsic of the block can have written the key. */
  record Certain(int extrinsic) implements Cause {}

  /** Several can have; this one most likely. Printed with the word "likely". */
  record Likely(int extrinsic) implements Cause {}

  /** Work that no extrinsic asked for, such as the start of a round. */
  record Hook(String name) implements Cause {}

  /** Nothing in the block explains it. */
  record Unknown() implements Cause {}
}
